namespace Crm.Platform.Jobs;

/// <summary>What one step of a job leaves behind beside its own writes.</summary>
public sealed class JobStep
{
    readonly List<JobResultRow> _results = [];

    internal IReadOnlyList<JobResultRow> Results => _results;

    /// <summary>Where the next step begins; null leaves the last one.</summary>
    public object? Checkpoint { get; set; }

    /// <summary>What there is to say of the whole; null leaves the last one.</summary>
    public object? Summary { get; set; }

    public long? Total { get; set; }

    /// <summary>Rows that were done and of which there is nothing to say: counted beside the results.</summary>
    public int Counted { get; set; }

    public void Add(JobResultRow result) => _results.Add(result);

    internal void Reset()
    {
        _results.Clear();
        Checkpoint = null;
        Summary = null;
        Total = null;
        Counted = 0;
    }
}

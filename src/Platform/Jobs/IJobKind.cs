namespace Crm.Platform.Jobs;

/// <summary>A kind of long work. It does its work in steps, each with its results and its checkpoint in one transaction, and goes on from the last one.</summary>
public interface IJobKind
{
    /// <summary>Stable, e.g. <c>import-customers</c>.</summary>
    string Kind { get; }

    /// <summary>Runs to the end, or as far as <paramref name="ct"/> lets it. A refusal fails the job with its code.</summary>
    Task<Outcome<Nothing>> Run(JobRun run, CancellationToken ct);
}

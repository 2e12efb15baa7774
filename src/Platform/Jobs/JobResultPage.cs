namespace Crm.Platform.Jobs;

/// <summary>One page of a job's rows, in their order.</summary>
public sealed record JobResultPage
{
    public required IReadOnlyList<JobResultView> Items { get; init; }

    /// <summary>Send it as <c>cursor</c> for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

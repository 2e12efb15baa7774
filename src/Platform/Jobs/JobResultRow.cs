using Crm.Platform.Data;

namespace Crm.Platform.Jobs;

/// <summary>What a job did with one of its rows.</summary>
public sealed class JobResultRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid JobId { get; set; }

    /// <summary>Number of the row within the job, from 1.</summary>
    public long No { get; set; }

    public bool IsFailed { get; set; }

    /// <summary>Whether a stated rule changed a value.</summary>
    public bool HasWarnings { get; set; }

    /// <summary>The kind's word for what was done, e.g. <c>Created</c>.</summary>
    public required string Outcome { get; set; }

    /// <summary>The record that the row ended in.</summary>
    public Guid? RecordId { get; set; }

    /// <summary>The row's own key, e.g. the external id.</summary>
    public string? Key { get; set; }

    /// <summary>Physical line of the file, where there is one.</summary>
    public long? Line { get; set; }

    /// <summary>JSON of <see cref="JobResultNotes"/>; null when there is nothing to say.</summary>
    public string? Notes { get; set; }
}

using System.Text.Json;
using Crm.Platform.Data;
using Crm.Platform.Importing;

namespace Crm.Platform.Jobs;

/// <summary>What a job did with one row.</summary>
public sealed record JobResultView
{
    /// <summary>Number of the row within the job, from 1.</summary>
    public required long Row { get; init; }

    /// <summary>Physical line of the file.</summary>
    public long? Line { get; init; }

    /// <summary>The row's own key, e.g. its external id.</summary>
    public string? Key { get; init; }

    /// <summary><c>Created</c>, <c>Updated</c>, <c>Unchanged</c> or <c>Refused</c> for an import.</summary>
    public required string Outcome { get; init; }

    public required bool Failed { get; init; }

    /// <summary>The record that the row ended in.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>Why it was refused.</summary>
    public required IReadOnlyList<RowReason> Reasons { get; init; }

    /// <summary>Values that a stated rule changed.</summary>
    public required IReadOnlyList<RowWarning> Warnings { get; init; }

    internal static JobResultView Of(JobResultRow row)
    {
        var notes = row.Notes is null ? new JobResultNotes() : JsonSerializer.Deserialize<JobResultNotes>(row.Notes, StoredJson.Options)!;
        return new JobResultView
        {
            Row = row.No,
            Line = row.Line,
            Key = row.Key,
            Outcome = row.Outcome,
            Failed = row.IsFailed,
            RecordId = row.RecordId,
            Reasons = notes.Reasons,
            Warnings = notes.Warnings,
        };
    }
}

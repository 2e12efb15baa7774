using System.Text.Json;
using Crm.Platform.Data;
using Crm.Platform.Jobs;

namespace Crm.Platform.Importing;

/// <summary>One row of the file after it was taken in or refused.</summary>
sealed record TakenRow(
    long No, long Line, string? Key, string Outcome, Guid? RecordId, IReadOnlyList<RowReason> Reasons, IReadOnlyList<RowWarning> Warnings)
{
    public bool IsRefused => Reasons.Count > 0;

    public JobResultRow ToResult() => new()
    {
        No = No,
        Line = Line,
        Key = Key is { Length: > 200 } ? Key[..200] : Key,
        Outcome = Outcome,
        RecordId = RecordId,
        IsFailed = IsRefused,
        HasWarnings = Warnings.Count > 0,
        Notes = Reasons.Count + Warnings.Count == 0
            ? null
            : JsonSerializer.Serialize(new JobResultNotes { Reasons = Reasons, Warnings = Warnings }, StoredJson.Options),
    };
}

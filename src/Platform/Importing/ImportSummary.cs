namespace Crm.Platform.Importing;

/// <summary>What an import says about the whole.</summary>
public sealed record ImportSummary
{
    public bool DryRun { get; init; }

    /// <summary>The file's encoding and how it is known.</summary>
    public required TextEncoding Encoding { get; init; }

    public required string Delimiter { get; init; }

    /// <summary>The mapping that was used.</summary>
    public required ImportMapping Mapping { get; init; }

    public long Created { get; init; }

    public long Updated { get; init; }

    public long Unchanged { get; init; }

    public long Refused { get; init; }

    /// <summary>Rows by reason code; a row with two reasons counts in both.</summary>
    public IReadOnlyDictionary<string, long> RefusedBy { get; init; } = new Dictionary<string, long>();

    /// <summary>Values by the rule that changed them.</summary>
    public IReadOnlyDictionary<string, long> ChangedBy { get; init; } = new Dictionary<string, long>();

    internal ImportSummary With(IReadOnlyList<TakenRow> rows)
    {
        var refusedBy = new Dictionary<string, long>(RefusedBy);
        var changedBy = new Dictionary<string, long>(ChangedBy);
        foreach (var row in rows)
        {
            foreach (var code in row.Reasons.Select(reason => reason.Code).Distinct()) refusedBy[code] = refusedBy.GetValueOrDefault(code) + 1;
            foreach (var warning in row.Warnings) changedBy[warning.Rule] = changedBy.GetValueOrDefault(warning.Rule) + 1;
        }
        return this with
        {
            Created = Created + rows.Count(row => row.Outcome == nameof(Contracts.IntakeResult.Created)),
            Updated = Updated + rows.Count(row => row.Outcome == nameof(Contracts.IntakeResult.Updated)),
            Unchanged = Unchanged + rows.Count(row => row.Outcome == nameof(Contracts.IntakeResult.Unchanged)),
            Refused = Refused + rows.Count(row => row.Outcome == nameof(Contracts.IntakeResult.Refused)),
            RefusedBy = refusedBy,
            ChangedBy = changedBy,
        };
    }
}

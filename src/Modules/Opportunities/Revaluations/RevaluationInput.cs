namespace Crm.Opportunities.Revaluations;

/// <summary>What a revaluation was asked for: the rates are those of the moment it was asked, however long it takes.</summary>
internal sealed record RevaluationInput
{
    public required DateOnly On { get; init; }

    /// <summary>Base units for one unit, by currency.</summary>
    public required IReadOnlyDictionary<string, decimal> Rates { get; init; }
}

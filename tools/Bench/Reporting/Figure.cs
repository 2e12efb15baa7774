namespace Crm.Bench.Reporting;

/// <summary>One figure beside its floor, both from the same run.</summary>
internal sealed record Figure
{
    /// <summary>As in the list of quality bars.</summary>
    public required string Id { get; init; }

    public required string What { get; init; }

    public required string Unit { get; init; }

    public required double Value { get; init; }

    public double? Floor { get; init; }

    /// <summary>The median of the rounds' ratios, as the bar puts it.</summary>
    public double? Ratio { get; init; }

    public string Bar { get; init; } = "";

    /// <summary>Null: told for information, no bar stands on it.</summary>
    public bool? Met { get; init; }

    public string? Note { get; init; }

    /// <summary>What was measured in each round.</summary>
    public IReadOnlyDictionary<string, double[]> Raw { get; init; } = new Dictionary<string, double[]>();
}

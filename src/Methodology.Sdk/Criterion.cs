namespace Crm.Methodology.Sdk;

/// <summary>Something that should be true of an opportunity before it leaves a stage.</summary>
public sealed record Criterion
{
    /// <summary>Names the criterion: same alphabet as a stage key, unique among the criteria of the method.</summary>
    public required string Key { get; init; }

    /// <summary>The key of the open stage at whose end it should be true.</summary>
    public required string Stage { get; init; }

    /// <summary>The criterion as a statement.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Whether a strict stage is held by it. The default is no.</summary>
    public bool Required { get; init; }

    /// <summary>The fact that answers it; with <see cref="FactCheck.None"/>, the default, a person does.</summary>
    public FactCheck Check { get; init; } = FactCheck.None;

    /// <summary>How to find out.</summary>
    public LocalizedText? Guidance { get; init; }
}

namespace Crm.Methodology.Sdk;

/// <summary>One thing that is wrong with a definition.</summary>
public sealed record DefinitionFault
{
    /// <summary>Where it is wrong, such as <c>stages[2].defaultProbability</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What is wrong, in a stable word such as <c>probability-falls</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, as a sentence in English.</summary>
    public required string Reason { get; init; }
}

namespace Crm.Methodology.Sdk;

/// <summary>
/// One version of a sales method as data. It never changes once published: an opportunity stays with the version it was opened
/// under until it is migrated. <see cref="DefinitionRules"/> says whether a definition is sound.
/// </summary>
public sealed record MethodDefinition
{
    /// <summary>The method's id: a lower-case letter, then up to 39 lower-case letters, digits or <c>-</c>. Equal to the manifest's.</summary>
    public required string Id { get; init; }

    /// <summary>The version by Semantic Versioning 2.0, without build metadata. Equal to the manifest's.</summary>
    public required string Version { get; init; }

    /// <summary>The method's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>For which kind of sale the method is meant.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>The stages, 3-40: one or more open, exactly one won, one or more lost.</summary>
    public required IReadOnlyList<StageDefinition> Stages { get; init; }

    /// <summary>The allowed moves. Every open stage can be entered from the first and leads to a won and to a lost stage.</summary>
    public required IReadOnlyList<TransitionDefinition> Transitions { get; init; }

    /// <summary>The task templates of all stages, at most 400.</summary>
    public IReadOnlyList<TaskTemplate> Tasks { get; init; } = [];

    /// <summary>The criteria of all stages, at most 400.</summary>
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>The roles, at most 100.</summary>
    public IReadOnlyList<MethodRole> Roles { get; init; } = [];
}

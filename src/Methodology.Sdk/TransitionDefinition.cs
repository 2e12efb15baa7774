namespace Crm.Methodology.Sdk;

/// <summary>A move between two stages that the method allows. A move that is not declared is refused.</summary>
public sealed record TransitionDefinition
{
    /// <summary>The key of the stage that is left; an open one. Reopening a closed opportunity is a right of persons, not a transition.</summary>
    public required string From { get; init; }

    /// <summary>The key of the stage that is entered.</summary>
    public required string To { get; init; }
}

namespace Crm.Methodology.Sdk;

/// <summary>What a method is asked.</summary>
public sealed record AssessmentInput
{
    /// <summary>The opportunity as it stands.</summary>
    public required OpportunityFacts Opportunity { get; init; }

    /// <summary>The key of the stage that somebody wants to move to; <see langword="null"/> to ask how the opportunity stands.</summary>
    public string? ToStage { get; init; }

    /// <summary>The moment of the question, UTC. A method reads no other clock.</summary>
    public required DateTime AsOfUtc { get; init; }

    /// <summary>The business date of the question in the tenant's zone.</summary>
    public required DateOnly Today { get; init; }
}

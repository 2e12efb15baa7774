using Crm.Contracts.Events;

namespace Crm.Contracts.Opportunities;

/// <summary>A change of an opportunity, told with all its figures after it: replaying the events gives the same state.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
public abstract record OpportunityChanged(OpportunityEventFacts Facts) : IEvent
{
    /// <summary>The opportunity.</summary>
    public Guid RecordId => Facts.OpportunityId;
}

/// <summary>An opportunity came into being.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.opened.v1")]
public sealed record OpportunityOpened(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>Fields of an opportunity were edited.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.edited.v1")]
public sealed record OpportunityEdited(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>An opportunity went on to a later stage.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.advanced.v1")]
public sealed record OpportunityAdvanced(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>An opportunity went back to an earlier stage.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.moved-back.v1")]
public sealed record OpportunityMovedBack(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>An opportunity was won.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.won.v1")]
public sealed record OpportunityWon(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>An opportunity was lost.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.lost.v1")]
public sealed record OpportunityLost(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>An opportunity was given up.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.abandoned.v1")]
public sealed record OpportunityAbandoned(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>An opportunity was put on hold.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.held.v1")]
public sealed record OpportunityHeld(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>An opportunity came back from hold.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.resumed.v1")]
public sealed record OpportunityResumed(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>A closed opportunity was opened again.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.reopened.v1")]
public sealed record OpportunityReopened(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>An opportunity was counted anew at another planning rate.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.revalued.v1")]
public sealed record OpportunityRevalued(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>An opportunity was archived.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.archived.v1")]
public sealed record OpportunityArchived(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

/// <summary>An opportunity came back from the archive.</summary>
/// <param name="Facts">How the opportunity stands after the change.</param>
[EventName("opportunities.restored.v1")]
public sealed record OpportunityRestored(OpportunityEventFacts Facts) : OpportunityChanged(Facts);

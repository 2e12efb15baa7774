using Crm.Contracts.Events;

namespace Crm.Contracts.Organization;

/// <summary>A member was created, enabled or disabled.</summary>
[EventName("organization.member-state-changed.v1")]
public sealed record MemberStateChanged(Guid MemberId, bool Active, DateTime At) : IEvent
{
    /// <inheritdoc/>
    public Guid RecordId => MemberId;
}

using Crm.Contracts.Events;

namespace Crm.Contracts.Organization;

/// <summary>A member now belongs to another department. What was done before stays with the old one.</summary>
[EventName("organization.member-moved.v1")]
public sealed record MemberMoved(Guid MemberId, Guid FromDepartmentId, Guid ToDepartmentId, DateTime At) : IEvent
{
    /// <inheritdoc/>
    public Guid RecordId => MemberId;
}

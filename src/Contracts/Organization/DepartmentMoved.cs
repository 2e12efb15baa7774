using Crm.Contracts.Events;

namespace Crm.Contracts.Organization;

/// <summary>A department, with everything below it, now stands under another one.</summary>
[EventName("organization.department-moved.v1")]
public sealed record DepartmentMoved(Guid DepartmentId, Guid? FromParentId, Guid? ToParentId, DateTime At) : IEvent
{
    /// <inheritdoc/>
    public Guid RecordId => DepartmentId;
}

using Crm.Contracts.Events;

namespace Crm.Contracts.Customers;

/// <summary>A customer now belongs to another member or department.</summary>
[EventName("customers.owner-changed.v1")]
public sealed record CustomerOwnerChanged(
    Guid CustomerId, Guid FromOwnerId, Guid ToOwnerId, Guid FromDepartmentId, Guid ToDepartmentId, DateTime At) : IEvent
{
    /// <inheritdoc/>
    public Guid RecordId => CustomerId;
}

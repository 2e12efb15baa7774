using Crm.Contracts.Events;

namespace Crm.Contracts.Customers;

/// <summary>A customer was made by hand, import or conversion.</summary>
[EventName("customers.created.v1")]
public sealed record CustomerCreated(Guid CustomerId, Guid OwnerId, Guid DepartmentId, DateTime At) : IEvent
{
    /// <inheritdoc/>
    public Guid RecordId => CustomerId;
}

using Crm.Contracts.Events;

namespace Crm.Contracts.Customers;

/// <summary>A customer was archived or brought back.</summary>
[EventName("customers.archived.v1")]
public sealed record CustomerArchived(Guid CustomerId, bool Archived, DateTime At) : IEvent
{
    /// <inheritdoc/>
    public Guid RecordId => CustomerId;
}

using Crm.Platform.Data;

namespace Crm.Customers.Data;

/// <summary>The key that an outside system gives a customer. A customer may have one of each system.</summary>
internal sealed class ExternalKeyRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public required string Source { get; set; }

    public required string ExternalId { get; set; }

    /// <summary>Letters and digits only.</summary>
    public required string IdKey { get; set; }

    public Guid CustomerId { get; set; }
}

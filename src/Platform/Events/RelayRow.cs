using Crm.Platform.Data;

namespace Crm.Platform.Events;

/// <summary>How far the relay has read the outbox, and which host holds it. One row for the whole installation.</summary>
public sealed class RelayRow : ITenantOwned
{
    /// <summary>Belongs to no customer's tenant; a value that no tenant can have.</summary>
    public static readonly Guid Installation = Guid.AllBitsSet;

    public Guid TenantId { get; set; }

    public required string Name { get; set; }

    public long Major { get; set; }

    public long Seq { get; set; }

    public Guid? LeaseOwner { get; set; }

    public DateTime? LeaseUntil { get; set; }
}

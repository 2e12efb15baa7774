using Crm.Platform.Data;

namespace Crm.Platform.Events;

/// <summary>
/// An event that a reaction has not been able to handle, or that waits behind such a one of the same record. Most events never have one.
/// </summary>
public sealed class DeliveryRow : ITenantOwned, IHasId
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required string Reaction { get; set; }

    public Guid EventId { get; set; }

    public required string Name { get; set; }

    public Guid RecordId { get; set; }

    public required string Payload { get; set; }

    public DateTime At { get; set; }

    public Guid? ActorId { get; set; }

    /// <summary>Commit position of the event: the order among the deliveries of one record.</summary>
    public long Major { get; set; }

    public long Seq { get; set; }

    /// <summary>0 while it only waits behind another event.</summary>
    public int Attempts { get; set; }

    public DateTime NextTryAt { get; set; }

    /// <summary>Set when the tries are used up: an administrator has to retry or to skip it.</summary>
    public DateTime? ParkedAt { get; set; }

    public string? Error { get; set; }
}

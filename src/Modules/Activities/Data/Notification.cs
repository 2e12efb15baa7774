using Crm.Activities.Domain;
using Crm.Platform.Data;

namespace Crm.Activities.Data;

/// <summary>One intended delivery: one row per recipient and channel, named by the event it comes from, so that a repeated cause makes no second one.</summary>
internal sealed class Notification : ITenantOwned, IHasId
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid RecipientId { get; set; }

    public NotificationChannel Channel { get; set; }

    public required string Key { get; set; }

    public required string Kind { get; set; }

    public required string RecordKind { get; set; }

    public Guid RecordId { get; set; }

    public Guid? ActorId { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime NotBefore { get; set; }

    public NotificationState State { get; set; }

    public DateTime? ReadAt { get; set; }
}

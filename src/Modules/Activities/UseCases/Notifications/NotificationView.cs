using Crm.Activities.Data;

namespace Crm.Activities.UseCases.Notifications;

/// <summary>Something in the caller's inbox.</summary>
internal sealed record NotificationView
{
    public required Guid Id { get; init; }

    /// <summary>Stable name of what it is about, e.g. <c>task.assigned</c>: clients choose their words by it.</summary>
    public required string Kind { get; init; }

    public required RecordLink Record { get; init; }

    /// <summary>Who caused it; left out when the system did.</summary>
    public Guid? ActorId { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; init; }

    internal static NotificationView Of(Notification row, string? recordName) => new()
    {
        Id = row.Id,
        Kind = row.Kind,
        Record = new RecordLink { Kind = row.RecordKind, Id = row.RecordId, Name = recordName },
        ActorId = row.ActorId,
        At = row.NotBefore,
        ReadAt = row.ReadAt,
    };
}

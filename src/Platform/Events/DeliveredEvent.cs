using System.Text.Json;
using Crm.Contracts.Events;
using Crm.Platform.Data;

namespace Crm.Platform.Events;

/// <summary>An event as a reaction gets it.</summary>
public sealed record DeliveredEvent
{
    public required Guid TenantId { get; init; }

    public required Guid EventId { get; init; }

    /// <summary>Stable name, e.g. <c>opportunities.won.v1</c>.</summary>
    public required string Name { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTime At { get; init; }

    public Guid? ActorId { get; init; }

    public required CommitPosition Position { get; init; }

    internal string Payload { get; init; } = "{}";

    /// <summary>The facts. The caller knows the type from the name.</summary>
    public T As<T>()
        where T : IEvent => JsonSerializer.Deserialize<T>(Payload, StoredJson.Options)!;

    internal static DeliveredEvent Of(OutboxRow row) => new()
    {
        TenantId = row.TenantId,
        EventId = row.EventId,
        Name = row.Name,
        RecordId = row.RecordId,
        At = row.At,
        ActorId = row.ActorId,
        Position = row.Position,
        Payload = row.Payload,
    };

    internal static DeliveredEvent Of(DeliveryRow row) => new()
    {
        TenantId = row.TenantId,
        EventId = row.EventId,
        Name = row.Name,
        RecordId = row.RecordId,
        At = row.At,
        ActorId = row.ActorId,
        Position = new CommitPosition(row.Major, row.Seq),
        Payload = row.Payload,
    };
}

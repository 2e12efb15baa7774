namespace Crm.Platform.Events;

/// <summary>An event that a reaction could not handle, as an administrator sees it.</summary>
public sealed record ParkedEventView
{
    /// <summary>The delivery: name it to retry or to skip.</summary>
    public required Guid Id { get; init; }

    public required Guid EventId { get; init; }

    /// <summary>E.g. <c>opportunities.won.v1</c>.</summary>
    public required string Name { get; init; }

    public required string Reaction { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTime At { get; init; }

    public required int Attempts { get; init; }

    public DateTime? ParkedAt { get; init; }

    public string? Error { get; init; }

    /// <summary>Later events of the same record that wait behind it.</summary>
    public int Waiting { get; init; }

    internal static ParkedEventView Of(DeliveryRow row) => new()
    {
        Id = row.Id,
        EventId = row.EventId,
        Name = row.Name,
        Reaction = row.Reaction,
        RecordId = row.RecordId,
        At = row.At,
        Attempts = row.Attempts,
        ParkedAt = row.ParkedAt,
        Error = row.Error,
    };
}

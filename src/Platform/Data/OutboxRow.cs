namespace Crm.Platform.Data;

/// <summary>An event waiting for its reactions, added by the save that made it true.</summary>
public sealed class OutboxRow : PositionedRow
{
    public Guid EventId { get; set; }

    /// <summary>Stable name, e.g. <c>opportunities.won.v1</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Events of one record are handled in order.</summary>
    public Guid RecordId { get; set; }

    public required string Payload { get; set; }

    public DateTime At { get; set; }

    public Guid? ActorId { get; set; }
}

namespace Crm.Platform.Handover;

/// <summary>Some records of one part on their way to their heirs.</summary>
public sealed record HandoverBatch
{
    public required Guid TenantId { get; init; }

    /// <summary>Who hands over; the changes are written in that member's name.</summary>
    public required Guid ActorId { get; init; }

    public required Guid FromId { get; init; }

    /// <summary>Kept in the history of what keeps reasons.</summary>
    public required string Reason { get; init; }

    public required IReadOnlyList<HandoverMove> Moves { get; init; }
}

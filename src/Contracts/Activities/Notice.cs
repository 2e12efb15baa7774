namespace Crm.Contracts.Activities;

/// <summary>Something a member is to be told.</summary>
public sealed record Notice
{
    /// <summary>The member.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>Stable name of what it is about, e.g. <c>task.assigned</c>; the words people read are chosen by it. At most 60 characters.</summary>
    public required string Kind { get; init; }

    /// <summary>Names the event it comes from, e.g. <c>task:{id}:assigned:3</c>; at most 200 characters. The same key is never told one person twice.</summary>
    public required string Key { get; init; }

    /// <summary>Kind of the record it is about, e.g. <c>Task</c>.</summary>
    public required string RecordKind { get; init; }

    /// <summary>The record it is about.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>Who caused it; null for the system.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Not before; null means at once.</summary>
    public DateTime? NotBeforeUtc { get; init; }
}

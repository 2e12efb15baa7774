namespace Crm.Contracts.Activities;

/// <summary>An activity as it comes from outside.</summary>
public sealed record ActivityIntake
{
    /// <summary>The same for the same activity whenever it comes.</summary>
    public required Guid Id { get; init; }

    /// <summary><c>Call</c>, <c>Visit</c>, <c>Mail</c>, <c>Meeting</c>, <c>Demo</c> or <c>Note</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who began it: <c>Inbound</c>, <c>Outbound</c> or <c>None</c>.</summary>
    public string Direction { get; init; } = "None";

    public required string Subject { get; init; }

    public string? Result { get; init; }

    public required DateTime AtUtc { get; init; }

    public int? DurationMinutes { get; init; }

    /// <summary>Kind of the record, e.g. <c>Opportunity</c>.</summary>
    public required string RecordKind { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>The record's customer.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The member who did it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Colleagues who took part.</summary>
    public IReadOnlyList<Guid> MemberIds { get; init; } = [];
}

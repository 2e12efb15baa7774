namespace Crm.Contracts.Activities;

/// <summary>A task as it comes from outside.</summary>
public sealed record TaskIntake
{
    /// <summary>The same for the same task whenever it comes.</summary>
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    /// <summary><c>Low</c>, <c>Normal</c>, <c>High</c> or <c>Urgent</c>.</summary>
    public string Priority { get; init; } = "Normal";

    /// <summary>Done by one of the assignees (<c>Any</c>) or by every one (<c>All</c>).</summary>
    public string Completion { get; init; } = "Any";

    public DateTime? DueAtUtc { get; init; }

    public required DateTime MadeAtUtc { get; init; }

    /// <summary>The member who answers for it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Who is to do it, and when each of them has finished.</summary>
    public required IReadOnlyList<TaskIntakePart> Parts { get; init; }

    /// <summary>What came of it.</summary>
    public string? Result { get; init; }

    /// <summary>Kind of the record it is about; null when about none.</summary>
    public string? RecordKind { get; init; }

    public Guid? RecordId { get; init; }

    /// <summary>The record's customer.</summary>
    public Guid? CustomerId { get; init; }
}

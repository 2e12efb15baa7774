namespace Crm.DemoData;

/// <summary>A task of the demo tenant.</summary>
public sealed record DemoTask
{
    public required string Key { get; init; }

    public string? OpportunityKey { get; init; }

    /// <summary>The opportunity's customer, where there is one.</summary>
    public string? CustomerKey { get; init; }

    public required string Title { get; init; }

    /// <summary>User name of who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>User names of who is to do it, and when each has finished.</summary>
    public required IReadOnlyList<DemoPart> Parts { get; init; }

    /// <summary>Whether every one of them has to finish, and not any one.</summary>
    public bool ForAll { get; init; }

    /// <summary><c>Low</c>, <c>Normal</c>, <c>High</c> or <c>Urgent</c>.</summary>
    public string Priority { get; init; } = "Normal";

    public required DateTime MadeAtUtc { get; init; }

    public DateTime? DueAtUtc { get; init; }

    public string? Result { get; init; }
}

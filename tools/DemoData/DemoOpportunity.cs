namespace Crm.DemoData;

/// <summary>An opportunity of the demo tenant with its whole past.</summary>
public sealed record DemoOpportunity
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string CustomerKey { get; init; }

    /// <summary><c>NewProject</c>, <c>Tender</c>, <c>Expansion</c>, <c>Renewal</c> or <c>Repeat</c>.</summary>
    public required string Type { get; init; }

    public required string Currency { get; init; }

    public required string Need { get; init; }

    /// <summary>What is to be done next; null when nobody has said.</summary>
    public string? NextStep { get; init; }

    public DateOnly? NextStepDate { get; init; }

    /// <summary>Their amounts add up to the amount of the last moment.</summary>
    public required IReadOnlyList<DemoLine> Lines { get; init; }

    /// <summary>Oldest first; the last is the present.</summary>
    public required IReadOnlyList<DemoMoment> Moments { get; init; }
}

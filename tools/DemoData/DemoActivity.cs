namespace Crm.DemoData;

/// <summary>Something that was done with a customer of the demo tenant.</summary>
public sealed record DemoActivity
{
    public required string Key { get; init; }

    /// <summary>The opportunity it is about; null for the customer itself.</summary>
    public string? OpportunityKey { get; init; }

    public required string CustomerKey { get; init; }

    /// <summary><c>Call</c>, <c>Visit</c>, <c>Mail</c>, <c>Meeting</c>, <c>Demo</c> or <c>Note</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>Inbound</c>, <c>Outbound</c> or <c>None</c>.</summary>
    public required string Direction { get; init; }

    public required string Subject { get; init; }

    public string? Result { get; init; }

    public required DateTime AtUtc { get; init; }

    public int? Minutes { get; init; }

    /// <summary>User name of who did it.</summary>
    public required string Owner { get; init; }

    /// <summary>User names of colleagues who took part.</summary>
    public IReadOnlyList<string> Colleagues { get; init; } = [];
}

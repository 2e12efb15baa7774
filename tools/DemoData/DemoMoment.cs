namespace Crm.DemoData;

/// <summary>The facts of an opportunity from one instant on.</summary>
public sealed record DemoMoment
{
    public required DateTime AtUtc { get; init; }

    /// <summary><c>Open</c>, <c>Won</c>, <c>Lost</c>, <c>Abandoned</c> or <c>OnHold</c>.</summary>
    public required string Status { get; init; }

    /// <summary>An open stage; for a closed opportunity the one it was closed from.</summary>
    public required string Stage { get; init; }

    public required decimal Amount { get; init; }

    public required DateOnly CloseDate { get; init; }

    /// <summary>User name of the owner.</summary>
    public required string Owner { get; init; }

    public string? Reason { get; init; }

    public bool IsClosed => Status is "Won" or "Lost" or "Abandoned";
}

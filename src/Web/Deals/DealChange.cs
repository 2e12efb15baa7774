namespace Crm.Web.Deals;

/// <summary>One row of an opportunity's history: what was true from then on.</summary>
public sealed record DealChange
{
    public required int Version { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? ActorId { get; init; }

    /// <summary>Why, in words; null when nobody said.</summary>
    public required string? Reason { get; init; }
    public required string Status { get; init; }
    public required string Stage { get; init; }
    public required string MethodId { get; init; }
    public required decimal Amount { get; init; }
    public required string Currency { get; init; }
    public required decimal Probability { get; init; }
    public required DateOnly? CloseDate { get; init; }
    public required Guid OwnerId { get; init; }
}

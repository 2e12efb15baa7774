namespace Crm.Web.Deals;

/// <summary>An opportunity as pages need it.</summary>
public sealed record Deal
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required Guid CustomerId { get; init; }
    public required string Type { get; init; }
    public required string MethodId { get; init; }
    public required string MethodVersion { get; init; }
    public required string Status { get; init; }
    public required string Stage { get; init; }
    public required string Band { get; init; }
    public required DateTimeOffset StageEnteredAt { get; init; }
    public required decimal Amount { get; init; }
    public required string Currency { get; init; }

    /// <summary>Whether the amount is the sum of the lines and not typed.</summary>
    public required bool ByLines { get; init; }
    public required decimal BaseAmount { get; init; }
    public required string BaseCurrency { get; init; }
    public required decimal Weighted { get; init; }
    public required decimal Probability { get; init; }
    public required bool OwnProbability { get; init; }
    public required string? ProbabilityReason { get; init; }
    public required string Category { get; init; }
    public required DateOnly? CloseDate { get; init; }
    public required DateOnly? OriginalCloseDate { get; init; }
    public required int SlipCount { get; init; }
    public required int DaysSlipped { get; init; }
    public required decimal? Budget { get; init; }
    public required string? Need { get; init; }
    public required string? NextStep { get; init; }
    public required DateOnly? NextStepDate { get; init; }
    public required Guid OwnerId { get; init; }
    public required Guid DepartmentId { get; init; }
    public required IReadOnlyList<DealLine> Lines { get; init; }

    /// <summary>Everybody on it, the owner first.</summary>
    public required IReadOnlyList<TeamMate> Team { get; init; }
    public required Guid? PrimaryContactId { get; init; }
    public required string? Timeline { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required string? CloseReason { get; init; }
    public required string? WinnerCompetitor { get; init; }

    /// <summary>Values of the tenant's own fields, by key.</summary>
    public required IReadOnlyDictionary<string, object> Custom { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    public bool IsClosed => Status is "Won" or "Lost" or "Abandoned";

    public bool IsLate(DateOnly today) => Status == "Open" && CloseDate < today;
}

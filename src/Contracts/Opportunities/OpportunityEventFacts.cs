namespace Crm.Contracts.Opportunities;

/// <summary>An opportunity as events tell of it: ids and figures, no personal data. Grows only by optional members.</summary>
public sealed record OpportunityEventFacts
{
    /// <summary>The opportunity.</summary>
    public required Guid OpportunityId { get; init; }

    /// <summary>Its version after the change.</summary>
    public required int Version { get; init; }

    /// <summary>From when on the facts hold, UTC.</summary>
    public required DateTime HoldsAt { get; init; }

    /// <summary>Status.</summary>
    public required OpportunityStatus Status { get; init; }

    /// <summary>Whether it is archived.</summary>
    public required bool Archived { get; init; }

    /// <summary>Method it is pinned to.</summary>
    public required string MethodId { get; init; }

    /// <summary>Version of that method.</summary>
    public required string MethodVersion { get; init; }

    /// <summary>Stage.</summary>
    public required string Stage { get; init; }

    /// <summary>Stage before the change; null when it was opened.</summary>
    public string? FormerStage { get; init; }

    /// <summary>Amount in the opportunity's currency.</summary>
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>Amount in the tenant's base currency at the frozen planning rate.</summary>
    public required decimal BaseAmount { get; init; }

    /// <summary>0 to 1.</summary>
    public required decimal Probability { get; init; }

    /// <summary>Forecast category.</summary>
    public required ForecastCategory Category { get; init; }

    /// <summary>Expected close date.</summary>
    public DateOnly? CloseDate { get; init; }

    /// <summary>Actual close date.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The customer.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>The owner.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The owner before the change; null when it was opened.</summary>
    public Guid? FormerOwnerId { get; init; }

    /// <summary>The department it counts for.</summary>
    public required Guid DepartmentId { get; init; }
}

using Crm.Contracts.Opportunities;

namespace Crm.Opportunities.Domain;

/// <summary>What figures need to know of an opportunity at one version: the funnel, the pipeline as of a moment and its changes are made of these alone.</summary>
internal sealed record HistoryFacts
{
    public required Guid OpportunityId { get; init; }
    public required int Version { get; init; }
    public required ChangeKind Kind { get; init; }

    /// <summary>When it was known, UTC.</summary>
    public required DateTime KnownAt { get; init; }
    public required OpportunityStatus Status { get; init; }

    /// <summary>Open and not archived.</summary>
    public required bool InFunnel { get; init; }
    public required string MethodId { get; init; }
    public required string Stage { get; init; }
    public required FunnelBand Band { get; init; }

    /// <summary>UTC date on which the stage was entered.</summary>
    public required DateOnly EnteredOn { get; init; }
    public required string Currency { get; init; }
    public required long RateE10 { get; init; }
    public required long BaseAmountE4 { get; init; }
    public required long WeightedE4 { get; init; }
    public required DateOnly? CloseDate { get; init; }
    public required Guid OwnerId { get; init; }
    public required Guid DepartmentId { get; init; }

    /// <summary>Members beside the owner.</summary>
    public Guid[] Team { get; init; } = [];
    public ProductShare[] Products { get; init; } = [];

    public static HistoryFacts Of(Change change) => Of(change.After, change.Kind);

    public static HistoryFacts Of(Opportunity now, ChangeKind kind) => new()
    {
        OpportunityId = now.Id,
        Version = now.Version,
        Kind = kind,
        KnownAt = now.UpdatedAt,
        Status = now.Status,
        InFunnel = now.InFunnel,
        MethodId = now.MethodId,
        Stage = now.Stage,
        Band = now.Band,
        EnteredOn = DateOnly.FromDateTime(now.StageEnteredAt),
        Currency = now.CurrencyCode,
        RateE10 = now.RateE10,
        BaseAmountE4 = now.BaseAmountE4,
        WeightedE4 = now.WeightedE4,
        CloseDate = now.CloseDate,
        OwnerId = now.OwnerId,
        DepartmentId = now.DepartmentId,
        Team = [.. now.Team.Select(member => member.MemberId)],
        Products = [.. now.Shares()],
    };
}

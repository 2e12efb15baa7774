using Crm.Contracts.Opportunities;
using Crm.Contracts.Organization;

namespace Crm.Opportunities.UseCases;

/// <summary>The funnel, now or as of a past moment.</summary>
internal sealed record FunnelView
{
    /// <summary>The moment it holds for.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>The commit position it has applied; may be given to <c>GET /pipeline?asOf=</c>.</summary>
    public required string Position { get; init; }

    /// <summary>The tenant's base currency, in which all amounts stand.</summary>
    public required string Currency { get; init; }
    public required AmountBasis AmountBasis { get; init; }

    /// <summary>Stages, or bands, from the mouth down.</summary>
    public required IReadOnlyList<FunnelStageView> Stages { get; init; }
    public required FunnelTotalView Total { get; init; }
}

/// <summary>One stage or band of the funnel.</summary>
internal sealed record FunnelStageView
{
    /// <summary>The stage's key, or the band's.</summary>
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required FunnelBand Band { get; init; }

    /// <summary>The method the stage belongs to; null for a band.</summary>
    public required string? MethodId { get; init; }
    public required int Count { get; init; }
    public required decimal Amount { get; init; }
    public required decimal Weighted { get; init; }

    /// <summary>Median of the days since the stage was entered; null when it is empty.</summary>
    public required decimal? MedianAgeDays { get; init; }
}

/// <summary>All stages together.</summary>
internal sealed record FunnelTotalView
{
    public required int Count { get; init; }
    public required decimal Amount { get; init; }
    public required decimal Weighted { get; init; }
}

using Crm.Contracts.Opportunities;
using Crm.Opportunities.Data;
using Crm.Platform;

namespace Crm.Opportunities.UseCases;

/// <summary>An opportunity at one version: what changed it, by whom and why, and its facts from then on.</summary>
internal sealed record OpportunityHistoryEntry
{
    public required int Version { get; init; }
    public required ChangeKind Kind { get; init; }

    /// <summary>Why; the kind's name when nobody said more.</summary>
    public required string Reason { get; init; }

    /// <summary>Null when the system acted.</summary>
    public required Guid? ActorId { get; init; }

    /// <summary>From when on the facts hold.</summary>
    public required DateTime HoldsAt { get; init; }

    /// <summary>When they were known here.</summary>
    public required DateTime KnownAt { get; init; }

    /// <summary>Stages passed over by the move.</summary>
    public required IReadOnlyList<string> Skipped { get; init; }
    public required OpportunityStatus Status { get; init; }
    public required string MethodId { get; init; }
    public required string MethodVersion { get; init; }
    public required string Stage { get; init; }
    public required FunnelBand Band { get; init; }
    public required Money Amount { get; init; }
    public required Money BaseAmount { get; init; }
    public required Money Weighted { get; init; }

    /// <summary>0 to 1.</summary>
    public required decimal Probability { get; init; }
    public required ForecastCategory ForecastCategory { get; init; }
    public required DateOnly? CloseDate { get; init; }
    public required Money? Budget { get; init; }
    public required string? Need { get; init; }
    public required Guid OwnerId { get; init; }
    public required Guid DepartmentId { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required string? CloseReason { get; init; }

    /// <summary>Commit position of the change.</summary>
    public required string Position { get; init; }

    public static OpportunityHistoryEntry Of(HistoryRow row)
    {
        var (currency, baseCurrency) = (Currency.Parse(row.CurrencyCode), Currency.Parse(row.BaseCurrencyCode));
        return new OpportunityHistoryEntry
        {
            Version = row.Version,
            Kind = row.Kind,
            Reason = row.Reason,
            ActorId = row.ActorId,
            HoldsAt = row.HoldsAt,
            KnownAt = row.KnownAt,
            Skipped = row.Skipped?.Split(',') ?? [],
            Status = row.Status,
            MethodId = row.MethodId,
            MethodVersion = row.MethodVersion,
            Stage = row.Stage,
            Band = row.Band,
            Amount = new Money(Scaled.Amount(row.AmountE4), currency),
            BaseAmount = new Money(Scaled.Amount(row.BaseAmountE4), baseCurrency),
            Weighted = new Money(Scaled.Amount(row.WeightedE4), baseCurrency),
            Probability = row.ProbabilityE4 / 10_000m,
            ForecastCategory = row.Category,
            CloseDate = row.CloseDate,
            Budget = row.BudgetE4 is { } budget ? new Money(Scaled.Amount(budget), currency) : null,
            Need = row.Need,
            OwnerId = row.OwnerId,
            DepartmentId = row.DepartmentId,
            ClosedOn = row.ClosedOn,
            CloseReason = row.CloseReason,
            Position = row.Position.ToString(),
        };
    }
}

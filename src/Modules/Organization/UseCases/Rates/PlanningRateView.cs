using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Http;

namespace Crm.Organization.UseCases.Rates;

/// <summary>A planning rate as the API shows it. It holds from its date until the next one of its currency.</summary>
internal sealed record PlanningRateView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The first date it holds on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Units of the tenant's base currency for one unit of the currency.</summary>
    public required decimal Rate { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public Guid? UpdatedBy { get; init; }

    public DateTime? ArchivedAt { get; init; }

    internal static PlanningRateView Of(PlanningRateRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Currency = row.Currency,
        From = row.FromDate,
        Rate = Scaled.Rate(row.RateE10),
        Source = row.Source,
        UpdatedAt = row.UpdatedAt,
        UpdatedBy = row.UpdatedBy,
        ArchivedAt = row.ArchivedAt,
    };
}

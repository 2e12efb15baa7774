using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Rates;

/// <summary>
/// Sets rates, all or none. They count for opportunities that are written from then on; amounts that stand stay as they were frozen until they
/// are revalued.
/// </summary>
internal static class SetPlanningRates
{
    const int Most = 500;

    internal sealed record PlanningRatesRequest
    {
        /// <summary>1 to 500. One of a currency and date that is there is replaced; what is not named stays.</summary>
        public required IReadOnlyList<NewPlanningRate> Rates { get; init; }
    }

    internal sealed record NewPlanningRate
    {
        /// <summary>ISO 4217, not the base currency.</summary>
        public required string Currency { get; init; }

        /// <summary>The first date it holds on.</summary>
        public required DateOnly From { get; init; }

        /// <summary>Units of the base currency for one unit, above 0, at most 10 decimals.</summary>
        public required decimal Rate { get; init; }

        /// <summary>Who says so.</summary>
        public required string Source { get; init; }
    }

    internal sealed record PlanningRateList(IReadOnlyList<PlanningRateView> Items);

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/planning-rates", Handle).WithName(nameof(SetPlanningRates)).WithTags("PlanningRates").WithSummary("Sets planning rates by currency and date.")
            .Requires(Permission.ManageRates).Answers<PlanningRateList>();
        api.MapDelete("/planning-rates/{id:guid}", Archive).WithName("ArchivePlanningRate").WithTags("PlanningRates")
            .WithSummary("Takes a planning rate back; the one before it holds again.")
            .Requires(Permission.ManageRates).RequireIfMatch().Answers<PlanningRateView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> Handle(PlanningRatesRequest request, Caller caller, AccessWrites writes, AccessCache cache, HttpContext http, CancellationToken ct)
    {
        var baseCurrency = (await cache.Get(caller.TenantId, ct))!.Tenant.BaseCurrency;
        if (Check(request.Rates, baseCurrency) is { } invalid) return invalid.ToProblem();
        return (await writes.Write(caller.Writes(), (db, token) => Set(db, request.Rates, token), ct)).ToOk(http);
    }

    static Refusal? Check(IReadOnlyList<NewPlanningRate> rates, string baseCurrency)
    {
        var errors = new FieldErrors().When(rates.Count is 0 or > Most, "rates", $"1 to {Most} rates.");
        if (!errors.Any)
        {
            var seen = new HashSet<(string, DateOnly)>();
            for (var i = 0; i < rates.Count; i++)
            {
                if (rates[i] is not { } rate)
                {
                    errors.Add($"rates[{i}]", "Required.");
                    continue;
                }
                RateRules.Check(errors, $"rates[{i}]", baseCurrency, rate.Currency, rate.From, rate.Rate, rate.Source)
                    .When(!seen.Add((rate.Currency, rate.From)), $"rates[{i}]", "This currency and date stand twice.");
            }
        }
        return errors.ToRefusal("planning-rates/invalid");
    }

    static async Task<Outcome<PlanningRateList>> Set(CrmDb db, IReadOnlyList<NewPlanningRate> rates, CancellationToken ct)
    {
        var currencies = rates.Select(rate => rate.Currency).Distinct().ToArray();
        var present = (await db.Set<PlanningRateRow>().AsTracking().Where(row => currencies.Contains(row.Currency)).ToListAsync(ct))
            .ToDictionary(row => (row.Currency, row.FromDate));
        var written = new List<PlanningRateRow>(rates.Count);
        foreach (var rate in rates)
        {
            if (!present.TryGetValue((rate.Currency, rate.From), out var row))
                db.Add(row = new PlanningRateRow { Currency = rate.Currency, FromDate = rate.From, Source = rate.Source });
            row.RateE10 = Scaled.Rate(rate.Rate);
            row.Source = rate.Source.Trim();
            row.ArchivedAt = null;
            written.Add(row);
        }
        await db.SaveChangesAsync(ct);
        return new PlanningRateList([.. written.Select(PlanningRateView.Of)]);
    }

    static async Task<IResult> Archive(Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<PlanningRateView>(caller.Writes(), async (db, token) =>
        {
            if (await db.Set<PlanningRateRow>().SingleOrDefaultAsync(row => row.Id == id, token) is not { } row)
                return Refusal.NotFound("planning-rates/not-found", "There is no such planning rate.");
            if (version.Check(row.Version) is { } stale) return stale;
            row.ArchivedAt ??= db.UtcNow();
            await db.SaveChangesAsync(token);
            return PlanningRateView.Of(row);
        }, ct)).ToOk(http);
}

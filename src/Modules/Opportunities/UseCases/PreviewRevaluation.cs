using Crm.Contracts.Organization;
using Crm.Opportunities.Domain;
using Crm.Opportunities.Revaluations;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>What a revaluation at today's planning rates would change. Nothing is written.</summary>
internal static class PreviewRevaluation
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/revaluation", Handle)
        .WithName(nameof(PreviewRevaluation)).WithSummary("What counting open opportunities anew at today's planning rates would change, by currency")
        .Requires(Permission.ManageRates).Answers<RevaluationPreviewView>();

    static async Task<IResult> Handle(
        Caller caller, Database database, IOrganizationDirectory organization, IPlanningRates rates, TenantClock clock, HttpContext http, CancellationToken cancellation)
    {
        if (RefuseInPart(caller) is { } inPart) return inPart.ToProblem();
        var tenant = (await organization.Tenant(caller.TenantId, cancellation))!;
        var today = (await clock.Now(caller.TenantId, caller.MemberId, cancellation)).Today;
        var baseCurrency = Currency.Parse(tenant.BaseCurrency);
        var found = new SortedDictionary<string, (Revaluation? Plan, PlanningRate? Rate, int Count)>(StringComparer.Ordinal);
        await using var db = database.Read(caller.TenantId);
        await foreach (var row in Revaluables.Open(db, tenant.BaseCurrency)
            .Select(row => new { row.CurrencyCode, row.AmountE4, row.RateE10, row.BaseAmountE4 }).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!found.TryGetValue(row.CurrencyCode, out var of))
            {
                var rate = await rates.Rate(caller.TenantId, row.CurrencyCode, today, cancellation);
                of = (rate is null ? null : new Revaluation(row.CurrencyCode, baseCurrency, rate.Rate), rate, 0);
            }
            of.Plan?.Add(Scaled.Amount(row.AmountE4), row.RateE10, Scaled.Amount(row.BaseAmountE4));
            found[row.CurrencyCode] = of with { Count = of.Count + 1 };
        }
        Outcome<RevaluationPreviewView> outcome = new RevaluationPreviewView
        {
            On = today,
            BaseCurrency = tenant.BaseCurrency,
            Currencies = [.. found.Select(pair => RevaluedCurrencyView.Of(pair.Key, pair.Value.Plan, pair.Value.Rate, pair.Value.Count, baseCurrency))],
        };
        return outcome.ToOk(http);
    }

    /// <summary>It counts the whole tenant, so it is for whoever sees the whole tenant.</summary>
    internal static Refusal? RefuseInPart(Caller caller) => caller.ScopeOf(Resource.Opportunities).All
        ? null
        : Refusal.Forbidden("revaluation/whole-tenant", "A revaluation is about every opportunity of the tenant, and you see only some.");
}

/// <summary>What a revaluation would change.</summary>
internal sealed record RevaluationPreviewView
{
    /// <summary>The date whose rates would count: today in the tenant's zone.</summary>
    public required DateOnly On { get; init; }

    public required string BaseCurrency { get; init; }

    /// <summary>The foreign currencies of open opportunities.</summary>
    public required IReadOnlyList<RevaluedCurrencyView> Currencies { get; init; }
}

/// <summary>The open opportunities of one currency.</summary>
internal sealed record RevaluedCurrencyView
{
    public required string Currency { get; init; }

    /// <summary>Base units for one unit, today; null when the tenant has no rate for it: those opportunities stay as they are.</summary>
    public decimal? Rate { get; init; }

    /// <summary>The first date the rate holds on.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Who says so.</summary>
    public string? Source { get; init; }

    public required int Opportunities { get; init; }

    /// <summary>How many of them stand at another rate.</summary>
    public required int Changing { get; init; }

    /// <summary>Their sum in the base currency as it stands; null without a rate.</summary>
    public Money? Before { get; init; }

    /// <summary>Their sum in the base currency at the rate.</summary>
    public Money? After { get; init; }

    internal static RevaluedCurrencyView Of(string currency, Revaluation? plan, PlanningRate? rate, int count, Currency baseCurrency) => new()
    {
        Currency = currency,
        Rate = rate?.Rate,
        From = rate?.From,
        Source = rate?.Source,
        Opportunities = count,
        Changing = plan?.Changing ?? 0,
        Before = plan is null ? null : new Money(plan.Before, baseCurrency),
        After = plan is null ? null : new Money(plan.After, baseCurrency),
    };
}

using Crm.Contracts.Organization;
using Crm.Opportunities.Revaluations;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Jobs;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>Counts open opportunities anew at today's planning rates, as a job: each gets a line in its history, and the pipeline tells it as revalued.</summary>
internal static class RevalueOpportunities
{
    const int MostCurrencies = 200;

    internal sealed record RevaluationRequest
    {
        /// <summary>1 to 200 currencies of ISO 4217, each with a planning rate today.</summary>
        public required IReadOnlyList<string> Currencies { get; init; }
    }

    public static void Map(RouteGroupBuilder group) => group.MapPost("/revaluation", Handle)
        .WithName(nameof(RevalueOpportunities)).WithSummary("Count open opportunities anew at today's planning rates; answers with the job that does it")
        .Requires(Permission.ManageRates).Idempotent().Answers<JobView>(StatusCodes.Status202Accepted).Refuses(RefusalKind.Conflict);

    static async Task<IResult> Handle(
        RevaluationRequest request, Command command, Database database, IOrganizationDirectory organization, IPlanningRates rates, TenantClock clock, JobQueue jobs,
        CancellationToken cancellation)
    {
        var caller = command.Caller;
        if (PreviewRevaluation.RefuseInPart(caller) is { } inPart) return inPart.ToProblem();
        var tenant = (await organization.Tenant(caller.TenantId, cancellation))!;
        var today = (await clock.Now(caller.TenantId, caller.MemberId, cancellation)).Today;
        var errors = new FieldErrors().When(request.Currencies.Count is 0 or > MostCurrencies, "currencies", $"1 to {MostCurrencies} currencies.");
        var wanted = new Dictionary<string, decimal>(StringComparer.Ordinal);
        for (var i = 0; i < request.Currencies.Count && !errors.Any; i++)
        {
            var code = request.Currencies[i];
            if (!Currency.TryParse(code, out _)) errors.Add($"currencies[{i}]", "Not a currency of ISO 4217.");
            else if (code == tenant.BaseCurrency) errors.Add($"currencies[{i}]", "The base currency counts as itself.");
            else if (await rates.Rate(caller.TenantId, code, today, cancellation) is not { } rate) errors.Add($"currencies[{i}]", $"The tenant has no planning rate for {code} on {today:yyyy-MM-dd}.");
            else wanted[code] = rate.Rate;
        }
        if (errors.ToRefusal("revaluation/invalid") is { } invalid) return invalid.ToProblem();
        var outcome = await database.Write<JobView>(command.Writes, (db, _) =>
            Task.FromResult<Outcome<JobView>>(JobView.Of(jobs.Add(db, RevaluationJob.Name, new RevaluationInput { On = today, Rates = wanted }))), cancellation);
        jobs.Wake();
        return outcome.ToAccepted(outcome.IsRefused ? "" : $"/api/v1/jobs/{outcome.Value.Id}");
    }
}

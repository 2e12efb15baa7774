using Crm.Organization.Data;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Rates;

internal static class ListPlanningRates
{
    static readonly ListSpec<PlanningRateRow> Spec = new ListSpec<PlanningRateRow>()
        .Filter("currency", row => row.Currency)
        .Filter("from", row => row.FromDate)
        .Filter("source", row => row.Source)
        .Sort("from", row => row.FromDate, descending: true);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/planning-rates", Handle).WithName(nameof(ListPlanningRates)).WithTags("PlanningRates")
            .WithSummary("Lists planning rates, latest first.")
            .Requires(Permission.ReadOrganization).Lists(Spec).Answers<Page<PlanningRateView>>();

    static async Task<IResult> Handle(ListQuery query, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        return (await Spec.Page(db.Set<PlanningRateRow>(), query, PlanningRateView.Of, ct)).ToOk(http);
    }
}

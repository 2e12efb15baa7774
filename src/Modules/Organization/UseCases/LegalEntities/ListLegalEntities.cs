using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.LegalEntities;

internal static class ListLegalEntities
{
    static readonly ListSpec<LegalEntity> Spec = new ListSpec<LegalEntity>()
        .Filter("name", row => row.Name)
        .Filter("uscc", row => row.Uscc)
        .Filter("isDefault", row => row.IsDefault)
        .Sort("name", row => row.Name);

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/legal-entities", List).WithName(nameof(ListLegalEntities)).WithTags("LegalEntities")
            .WithSummary("Lists the companies that sign contracts and issue documents.")
            .Requires(Permission.ReadOrganization).Lists(Spec).Answers<Page<LegalEntityView>>();
        api.MapGet("/legal-entities/{id:guid}", Get).WithName("GetLegalEntity").WithTags("LegalEntities").WithSummary("Reads a legal entity.")
            .Requires(Permission.ReadOrganization).Answers<LegalEntityView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        return (await Spec.Page(db.Set<LegalEntity>(), query, LegalEntityView.Of, ct)).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<LegalEntityView> outcome = await db.Set<LegalEntity>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row
            ? LegalEntityView.Of(row)
            : LegalEntityView.NotFound;
        return outcome.ToOk(http);
    }
}

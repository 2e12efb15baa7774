using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Tenants;

internal static class GetTenant
{
    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/tenant", Handle).WithName(nameof(GetTenant)).WithTags("Tenant").WithSummary("Reads the caller's tenant.")
            .Requires(Permission.ReadOrganization).Answers<TenantView>();

    static async Task<IResult> Handle(Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<TenantView> outcome = TenantView.Of(await db.Set<Tenant>().SingleAsync(ct));
        return outcome.ToOk(http);
    }
}

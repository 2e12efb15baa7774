using System.Globalization;
using Crm.Opportunities.Data;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>What the tenant has set for its funnel, or the product's defaults.</summary>
internal static class GetFunnelSettings
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/funnel/settings", Handle)
        .WithName(nameof(GetFunnelSettings)).WithSummary("How the tenant reads its funnel").Requires(Permission.ReadFunnel).Answers<FunnelSettingsView>();

    static async Task<IResult> Handle(Caller caller, Database database, HttpContext http, CancellationToken cancellation)
    {
        await using var db = database.Read(caller.TenantId);
        var settings = FunnelSettingsView.Of(await db.Set<SettingsRow>().FirstOrDefaultAsync(cancellation));
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{settings.Version}\"");
        return TypedResults.Ok(settings);
    }
}

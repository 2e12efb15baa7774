using System.Globalization;
using Crm.Opportunities.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>Sets how the tenant reads its funnel. Figures follow at once; nothing that happened is changed.</summary>
internal sealed record SetFunnelSettings
{
    /// <summary>1 to 3650.</summary>
    public required int ConversionWindowDays { get; init; }

    public static void Map(RouteGroupBuilder api) => api.MapPut("/funnel/settings", Handle)
        .WithName(nameof(SetFunnelSettings)).WithSummary("Set how the tenant reads its funnel").Requires(Permission.ManageOpportunityTypes)
        .RequireIfMatch().Answers<FunnelSettingsView>();

    static async Task<IResult> Handle(SetFunnelSettings body, Caller caller, ExpectedVersion version, Database database, HttpContext http, CancellationToken cancellation)
    {
        if (body.ConversionWindowDays is < 1 or > 3650)
            return Refusal.Field("conversionWindowDays", "funnel/bad-window", "A conversion window is 1 to 3650 days.").ToProblem();
        var saved = await database.Write<FunnelSettingsView>(caller.Writes(), async (db, ct) =>
        {
            var row = await db.Set<SettingsRow>().FirstOrDefaultAsync(ct);
            if (version.Check(row?.Version ?? 0) is { } stale) return stale;
            if (row is null) db.Add(row = new SettingsRow());
            row.ConversionWindowDays = body.ConversionWindowDays;
            await db.SaveChangesAsync(ct);
            return FunnelSettingsView.Of(row);
        }, cancellation);
        if (saved.IsRefused) return saved.Refusal.ToProblem();
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{saved.Value.Version}\"");
        return TypedResults.Ok(saved.Value);
    }
}

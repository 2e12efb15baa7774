using System.Globalization;
using Crm.Contracts.Opportunities;
using Crm.Opportunities.Data;
using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>Says by which method a type is sold from now on. Opportunities that exist stay with the version they are pinned to.</summary>
internal sealed record SetOpportunityType
{
    public required string MethodId { get; init; }

    /// <summary>Null for the latest version at any time.</summary>
    public string? MethodVersion { get; init; }

    public static void Map(RouteGroupBuilder api) => api.MapPut("/opportunity-types/{type}", Handle)
        .WithName(nameof(SetOpportunityType)).WithSummary("Set the method that a type of opportunity is sold by").Requires(Permission.ManageOpportunityTypes)
        .RequireIfMatch().Answers<OpportunityTypeView>().Refuses(RefusalKind.NotFound, RefusalKind.Unprocessable);

    static async Task<IResult> Handle(
        string type, SetOpportunityType body, Caller caller, ExpectedVersion version, Database database, Processes processes, IGrainFactory grains, HttpContext http, CancellationToken cancellation)
    {
        if (!Enum.TryParse<OpportunityType>(type, out var known) || !Enum.IsDefined(known) || char.IsAsciiDigit(type[0]))
            return Refusal.NotFound("opportunities/unknown-type", $"A type is one of {string.Join(", ", Enum.GetNames<OpportunityType>())}.").ToProblem();
        if ((body.MethodVersion is null ? processes.Latest(body.MethodId) : processes.Find(body.MethodId, body.MethodVersion)) is null)
            return Refusal.Unprocessable("opportunities/method-unavailable", "There is no such method version in working order.").ToProblem();
        var saved = await database.Write<OpportunityTypeView>(caller.Writes(), async (db, ct) =>
        {
            var row = await db.Set<TypeRow>().FirstOrDefaultAsync(row => row.Type == known, ct);
            if (version.Check(row?.Version ?? 0) is { } stale) return stale;
            if (row is null) db.Add(row = new TypeRow { Type = known });
            (row.MethodId, row.MethodVersion) = (body.MethodId, body.MethodVersion);
            await db.SaveChangesAsync(ct);
            return OpportunityTypeView.Of(known, row, processes);
        }, cancellation);
        if (saved.IsRefused) return saved.Refusal.ToProblem();
        await grains.Funnel(caller.TenantId).ReadMethods();
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{saved.Value.Version}\"");
        return TypedResults.Ok(saved.Value);
    }
}

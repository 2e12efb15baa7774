using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>One opportunity: now, from the grain's hot copy; or as of a past instant, from its history.</summary>
internal static class GetOpportunity
{
    public static readonly Refusal NotFound = Refusal.NotFound("opportunities/not-found", "There is no such opportunity.");

    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}", Handle)
        .WithName(nameof(GetOpportunity)).WithSummary("An opportunity, now or as of a past instant").Requires(Permission.ReadOpportunities)
        .Answers<OpportunityView>().Refuses(RefusalKind.NotFound);

    static async Task<IResult> Handle(Guid id, string? asOf, Caller caller, IGrainFactory grains, OpportunityCommands commands, Database database, CustomFields custom, CancellationToken cancellation)
    {
        var snapshot = await grains.Opportunity(caller.TenantId, id).Read();
        if (snapshot is null || !caller.ScopeOf(Resource.Opportunities).Sees(snapshot.OwnerId, snapshot.DepartmentId, snapshot.Team))
            return NotFound.ToProblem();
        return asOf is null ? await commands.Show(caller, snapshot) : await AsOf(id, asOf, caller, database, custom, cancellation);
    }

    // Who may see it now may see its past.
    static async Task<IResult> AsOf(Guid id, string asOf, Caller caller, Database database, CustomFields custom, CancellationToken cancellation)
    {
        if (!UtcInstantJson.TryParse(asOf, out var instant))
            return Refusal.Field("asOf", "request/bad-value", "Expected an instant like 2026-11-23T08:00:00Z.").ToProblem();
        await using var db = database.Read(caller.TenantId);
        var row = await db.Set<HistoryRow>().Where(row => row.OpportunityId == id && row.KnownAt <= instant)
            .OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellation);
        if (row is null) return Refusal.NotFound("opportunities/not-known-then", "The opportunity was not known at that instant.").ToProblem();
        var present = await db.Set<Opportunity>().SingleAsync(o => o.Id == id, cancellation);
        return TypedResults.Ok(OpportunityView.Of(row.ToOpportunity(present), await custom.For(db, caller, OpportunityFields.Resource, cancellation)));
    }
}

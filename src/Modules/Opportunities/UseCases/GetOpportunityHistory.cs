using System.Globalization;
using Crm.Opportunities.Data;
using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>Every change of an opportunity, the latest first, with all its facts.</summary>
internal static class GetOpportunityHistory
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}/history", Handle)
        .WithName(nameof(GetOpportunityHistory)).WithSummary("The full history of an opportunity, latest first").Requires(Permission.ReadOpportunities)
        .Answers<Page<OpportunityHistoryEntry>>().Refuses(RefusalKind.NotFound);

    /// <param name="cursor">The nextCursor of the page before: a version.</param>
    /// <param name="count">true: totalCount.</param>
    static async Task<IResult> Handle(
        Guid id, int? limit, string? cursor, bool? count, Caller caller, IGrainFactory grains, Database database, CancellationToken cancellation)
    {
        if (limit is < 1 or > 200) return Refusal.Field("limit", "request/bad-limit", "A limit is 1 to 200.").ToProblem();
        var below = int.MaxValue;
        if (cursor is not null && !int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out below))
            return Refusal.Field("cursor", "request/bad-cursor", "The cursor is not one that this list gave.").ToProblem();
        var snapshot = await grains.Opportunity(caller.TenantId, id).Read();
        if (snapshot is null || !caller.ScopeOf(Resource.Opportunities).Sees(snapshot.OwnerId, snapshot.DepartmentId, snapshot.Team))
            return GetOpportunity.NotFound.ToProblem();
        await using var db = database.Read(caller.TenantId);
        var take = limit ?? 50;
        var all = db.Set<HistoryRow>().Where(row => row.OpportunityId == id);
        var rows = await all.Where(row => row.Version < below)
            .OrderByDescending(row => row.Version).Take(take + 1).ToListAsync(cancellation);
        int? total = count == true ? await all.Take(ListSpec<Domain.Opportunity>.CountCap + 1).CountAsync(cancellation) : null;
        return TypedResults.Ok(new Page<OpportunityHistoryEntry>
        {
            Items = [.. rows.Take(take).Select(OpportunityHistoryEntry.Of)],
            NextCursor = rows.Count > take ? rows[take - 1].Version.ToString(CultureInfo.InvariantCulture) : null,
            TotalCount = total is { } n ? Math.Min(n, ListSpec<Domain.Opportunity>.CountCap) : null,
            TotalIsCapped = total is { } m ? m > ListSpec<Domain.Opportunity>.CountCap : null,
        });
    }
}

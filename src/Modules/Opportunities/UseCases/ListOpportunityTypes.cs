using Crm.Contracts.Opportunities;
using Crm.Opportunities.Data;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>Every type with the method version that a new opportunity of it takes.</summary>
internal static class ListOpportunityTypes
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/opportunity-types", Handle)
        .WithName(nameof(ListOpportunityTypes)).WithSummary("The types of opportunity and the method each is sold by").Requires(Permission.ReadOpportunities)
        .Answers<OpportunityTypeList>();

    static async Task<IResult> Handle(Caller caller, Database database, Processes processes, CancellationToken cancellation)
    {
        await using var db = database.Read(caller.TenantId);
        var set = await db.Set<TypeRow>().ToDictionaryAsync(row => row.Type, cancellation);
        return TypedResults.Ok(new OpportunityTypeList
        {
            Items = [.. Enum.GetValues<OpportunityType>().Select(type => OpportunityTypeView.Of(type, set.GetValueOrDefault(type), processes))],
        });
    }
}

/// <summary>All types.</summary>
internal sealed record OpportunityTypeList
{
    public required IReadOnlyList<OpportunityTypeView> Items { get; init; }
}

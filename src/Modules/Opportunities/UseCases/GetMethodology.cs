using Crm.Opportunities.Methodologies;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>One method with all of its versions as they define themselves. Faults and timings are for those who manage methods.</summary>
internal static class GetMethodology
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id}", Handle)
        .WithName(nameof(GetMethodology)).WithSummary("A sales method: stages, transitions and tasks of each version").Requires(Permission.ReadOpportunities)
        .Answers<MethodologyDetailView>().Refuses(RefusalKind.NotFound);

    static IResult Handle(string id, Caller caller, MethodCatalog methods)
    {
        var versions = methods.List().Where(listing => listing.Id == id).ToList();
        return versions.Count == 0
            ? Refusal.NotFound("methodologies/not-found", "This host has no such method.").ToProblem()
            : TypedResults.Ok(MethodologyDetailView.Of(versions, caller));
    }
}

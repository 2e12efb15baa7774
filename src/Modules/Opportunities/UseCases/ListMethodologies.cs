using Crm.Opportunities.Methodologies;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>Every method that this host has, sound or not, by id.</summary>
internal static class ListMethodologies
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/", Handle)
        .WithName(nameof(ListMethodologies)).WithSummary("The sales methods of this host and how each version stands").Requires(Permission.ReadOpportunities)
        .Answers<MethodologyList>();

    // Not paged: the catalogue looks at 200 version folders at the most.
    static IResult Handle(Caller caller, MethodCatalog methods) => TypedResults.Ok(new MethodologyList
    {
        Items = [.. methods.List().GroupBy(listing => listing.Id, StringComparer.Ordinal).Select(versions => MethodologyView.Of([.. versions], caller))],
    });
}

/// <summary>All methods.</summary>
internal sealed record MethodologyList
{
    public required IReadOnlyList<MethodologyView> Items { get; init; }
}

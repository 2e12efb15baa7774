using Crm.Opportunities.Methodologies;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>
/// Looks at the plugins folder of the node that answers: a version that was put there is offered from now on, one that was out of order
/// gets another try. Nothing that is loaded changes.
/// </summary>
internal static class RescanMethodologies
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/rescan", Handle)
        .WithName(nameof(RescanMethodologies)).WithSummary("Look at the plugins folder of this node again").Requires(Permission.ManageMethodologies)
        .Answers<MethodologyRescanView>();

    static async Task<IResult> Handle(Caller caller, MethodCatalog methods, Database database, CancellationToken cancellation)
    {
        var report = methods.Rescan();
        var noted = await database.Write<Nothing>(caller.Writes(), (db, _) =>
        {
            db.Note("Methodologies", caller.TenantId, "Rescanned", new { added = Names(report.Added), retried = Names(report.Retried), retired = Names(report.Retired) });
            return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
        }, cancellation);
        if (noted.Refused(out var refusal)) return refusal.ToProblem();
        return TypedResults.Ok(new MethodologyRescanView
        {
            Added = [.. report.Added.Select(listing => RescannedVersionView.Of(listing))],
            Retried = [.. report.Retried.Select(listing => RescannedVersionView.Of(listing))],
            Retired = [.. report.Retired.Select(listing => RescannedVersionView.Of(listing))],
        });
    }

    static IEnumerable<string> Names(IEnumerable<MethodListing> listings) => listings.Select(listing => $"{listing.Id} {listing.Version}");
}

/// <summary>What a rescan found.</summary>
internal sealed record MethodologyRescanView
{
    /// <summary>Versions that were not there before.</summary>
    public required IReadOnlyList<RescannedVersionView> Added { get; init; }

    /// <summary>Versions that were out of order and were tried again.</summary>
    public required IReadOnlyList<RescannedVersionView> Retried { get; init; }

    /// <summary>Versions whose folder is gone; they serve the opportunities pinned to them until the host ends.</summary>
    public required IReadOnlyList<RescannedVersionView> Retired { get; init; }
}

/// <summary>A version that a rescan names.</summary>
internal sealed record RescannedVersionView
{
    public required string Id { get; init; }
    public required string Version { get; init; }
    public required MethodState State { get; init; }
    public required string? Reason { get; init; }

    public static RescannedVersionView Of(MethodListing listing) => new()
    {
        Id = listing.Id,
        Version = listing.Version,
        State = listing.State,
        Reason = listing.Reason,
    };
}

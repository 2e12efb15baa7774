using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>Takes an opportunity out of every list and of the pipeline, or brings it back. Its history stays.</summary>
internal static class ArchiveOpportunity
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapDelete("/{id:guid}", (Guid id, Command command, ExpectedVersion version, OpportunityCommands commands) =>
                commands.Send(id, command, version, OpportunityAction.Archive))
            .WithName(nameof(ArchiveOpportunity)).WithSummary("Archive an opportunity").Requires(Permission.WorkOpportunities)
            .RequireIfMatch().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        group.MapPost("/{id:guid}/restore", (Guid id, Command command, ExpectedVersion version, OpportunityCommands commands) =>
                commands.Send(id, command, version, OpportunityAction.Restore))
            .WithName("RestoreOpportunity").WithSummary("Bring an archived opportunity back").Requires(Permission.WorkOpportunities)
            .RequireIfMatch().Idempotent().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
    }
}

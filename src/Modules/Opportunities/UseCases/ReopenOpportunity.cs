using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>Opens a closed opportunity again, in the stage it was closed from. The former close stays in its history.</summary>
internal sealed record ReopenOpportunity
{
    /// <summary>Why; required, at most 500 characters.</summary>
    public required string Reason { get; init; }

    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/reopen", Handle)
        .WithName(nameof(ReopenOpportunity)).WithSummary("Reopen a closed opportunity").Requires(Permission.ReopenOpportunities)
        .RequireIfMatch().Idempotent().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static Task<IResult> Handle(Guid id, ReopenOpportunity body, Command command, ExpectedVersion version, OpportunityCommands commands) =>
        commands.Send(id, command, version, OpportunityAction.Reopen, asked => asked with { Reason = body.Reason });
}

using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>Back to an earlier stage.</summary>
internal sealed record MoveBackOpportunity
{
    /// <summary>Key of an open stage.</summary>
    public required string ToStage { get; init; }

    /// <summary>Why; required, at most 500 characters.</summary>
    public required string Reason { get; init; }

    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/move-back", Handle)
        .WithName(nameof(MoveBackOpportunity)).WithSummary("Move an opportunity back to an earlier stage").Requires(Permission.WorkOpportunities)
        .RequireIfMatch().Idempotent().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static Task<IResult> Handle(Guid id, MoveBackOpportunity body, Command command, ExpectedVersion version, OpportunityCommands commands) =>
        commands.Send(id, command, version, OpportunityAction.MoveBack, asked => asked with { ToStage = body.ToStage, Reason = body.Reason });
}

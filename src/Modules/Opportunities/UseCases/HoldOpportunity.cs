using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>Puts an opportunity on hold: it leaves the pipeline and is not closed.</summary>
internal sealed record HoldOpportunity
{
    /// <summary>Why; at most 500 characters.</summary>
    public string? Reason { get; init; }

    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/hold", Handle)
        .WithName(nameof(HoldOpportunity)).WithSummary("Put an opportunity on hold").Requires(Permission.WorkOpportunities)
        .RequireIfMatch().Idempotent().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static Task<IResult> Handle(Guid id, HoldOpportunity? body, Command command, ExpectedVersion version, OpportunityCommands commands) =>
        commands.Send(id, command, version, OpportunityAction.Hold, asked => asked with { Reason = body?.Reason });
}

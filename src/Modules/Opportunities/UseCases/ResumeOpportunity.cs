using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>Takes an opportunity back from hold.</summary>
internal sealed record ResumeOpportunity
{
    /// <summary>Why; at most 500 characters.</summary>
    public string? Reason { get; init; }

    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/resume", Handle)
        .WithName(nameof(ResumeOpportunity)).WithSummary("Resume an opportunity that was on hold").Requires(Permission.WorkOpportunities)
        .RequireIfMatch().Idempotent().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static Task<IResult> Handle(Guid id, ResumeOpportunity? body, Command command, ExpectedVersion version, OpportunityCommands commands) =>
        commands.Send(id, command, version, OpportunityAction.Resume, asked => asked with { Reason = body?.Reason });
}

using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>Closes an opportunity as won.</summary>
internal sealed record WinOpportunity
{
    /// <summary>Why; at most 500 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>The actual close date, not in the future; today when left out.</summary>
    public DateOnly? ClosedOn { get; init; }

    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/win", Handle)
        .WithName(nameof(WinOpportunity)).WithSummary("Win an opportunity").Requires(Permission.WorkOpportunities)
        .RequireIfMatch().Idempotent().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static Task<IResult> Handle(Guid id, WinOpportunity? body, Command command, ExpectedVersion version, OpportunityCommands commands) =>
        commands.Send(id, command, version, OpportunityAction.Win, asked => asked with { Reason = body?.Reason, ClosedOn = body?.ClosedOn });
}

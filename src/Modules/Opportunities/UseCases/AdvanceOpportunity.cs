using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>On to a later stage of the method version the opportunity is pinned to.</summary>
internal sealed record AdvanceOpportunity
{
    /// <summary>Key of an open stage.</summary>
    public required string ToStage { get; init; }

    /// <summary>Why; at most 500 characters.</summary>
    public string? Reason { get; init; }

    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/advance", Handle)
        .WithName(nameof(AdvanceOpportunity)).WithSummary("Advance an opportunity to a later stage").Requires(Permission.WorkOpportunities)
        .RequireIfMatch().Idempotent().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static Task<IResult> Handle(Guid id, AdvanceOpportunity body, Command command, ExpectedVersion version, OpportunityCommands commands) =>
        commands.Send(id, command, version, OpportunityAction.Advance, asked => asked with { ToStage = body.ToStage, Reason = body.Reason });
}

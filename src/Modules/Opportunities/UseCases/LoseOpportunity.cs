using Crm.Opportunities.Domain;
using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>Closes an opportunity as lost.</summary>
internal sealed record LoseOpportunity
{
    /// <summary>Why; required; <c>competitor</c> needs the winner. At most 500 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Who won it instead; at most 200 characters.</summary>
    public string? WinnerCompetitor { get; init; }

    /// <summary>The actual close date, not in the future; today when left out.</summary>
    public DateOnly? ClosedOn { get; init; }

    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/lose", Handle)
        .WithName(nameof(LoseOpportunity)).WithSummary("Lose an opportunity").Requires(Permission.WorkOpportunities)
        .RequireIfMatch().Idempotent().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static async Task<IResult> Handle(
        Guid id, LoseOpportunity body, Command command, ExpectedVersion version, OpportunityCommands commands, Database database, CustomFields custom, CancellationToken cancellation)
    {
        await using (var db = database.Read(command.Caller.TenantId))
        {
            if (await custom.CheckChoice(db, CloseReasons.LostList, "reason", null, body.Reason.Trim(), cancellation) is { } notOffered) return notOffered.ToProblem();
        }
        return await commands.Send(id, command, version, OpportunityAction.Lose, asked => asked with { Reason = body.Reason, WinnerCompetitor = body.WinnerCompetitor, ClosedOn = body.ClosedOn });
    }
}

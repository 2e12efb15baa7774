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

/// <summary>Closes an opportunity that we give up.</summary>
internal sealed record AbandonOpportunity
{
    /// <summary>Why; required, at most 500 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The actual close date, not in the future; today when left out.</summary>
    public DateOnly? ClosedOn { get; init; }

    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/abandon", Handle)
        .WithName(nameof(AbandonOpportunity)).WithSummary("Abandon an opportunity").Requires(Permission.WorkOpportunities)
        .RequireIfMatch().Idempotent().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static async Task<IResult> Handle(
        Guid id, AbandonOpportunity body, Command command, ExpectedVersion version, OpportunityCommands commands, Database database, CustomFields custom, CancellationToken cancellation)
    {
        await using (var db = database.Read(command.Caller.TenantId))
        {
            if (await custom.CheckChoice(db, CloseReasons.AbandonedList, "reason", null, body.Reason.Trim(), cancellation) is { } notOffered) return notOffered.ToProblem();
        }
        return await commands.Send(id, command, version, OpportunityAction.Abandon, asked => asked with { Reason = body.Reason, ClosedOn = body.ClosedOn });
    }
}

using System.Text.Json;
using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>The part of an opportunity that people edit; a merge patch names what is to change.</summary>
internal sealed record EditOpportunity
{
    /// <summary>At most 200 characters.</summary>
    public required string Name { get; init; }
    public required Guid CustomerId { get; init; }
    public Guid? PrimaryContactId { get; init; }
    public required OpportunityType Type { get; init; }

    /// <summary>In lines mode the amount follows from the lines; its currency is the opportunity's.</summary>
    public required Money Amount { get; init; }
    public required AmountMode AmountMode { get; init; }

    /// <summary>At most 200.</summary>
    public required IReadOnlyList<OpportunityLineInput> Lines { get; init; }

    /// <summary>0 to 1 to override the stage's default, with a reason; null for the default.</summary>
    public decimal? Probability { get; init; }
    public string? ProbabilityReason { get; init; }

    /// <summary>Null for the stage's default.</summary>
    public ForecastCategory? ForecastCategory { get; init; }

    /// <summary>1990-01-01 to 2199-12-31.</summary>
    public DateOnly? CloseDate { get; init; }

    /// <summary>In the opportunity's currency.</summary>
    public Money? Budget { get; init; }

    /// <summary>At most 4000 characters.</summary>
    public string? Need { get; init; }

    /// <summary>At most 1000 characters.</summary>
    public string? Timeline { get; init; }

    /// <summary>At most 500 characters.</summary>
    public string? NextStep { get; init; }
    public DateOnly? NextStepDate { get; init; }
    public required Guid OwnerId { get; init; }

    /// <summary>Members beside the owner, at most 50.</summary>
    public required IReadOnlyList<TeamMemberInput> Team { get; init; }

    /// <summary>Values of the tenant's own fields by key: what is sent replaces, null clears, what is not sent stays.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Custom { get; init; }

    public static void Map(RouteGroupBuilder group) => group.MapPatch("/{id:guid}", Handle)
        .WithName(nameof(EditOpportunity)).WithSummary("Edit an opportunity by merge patch").Requires(Permission.WorkOpportunities)
        .RequireIfMatch().Idempotent().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static async Task<IResult> Handle(
        Guid id, MergePatch<EditOpportunity> patch, Command command, ExpectedVersion version,
        OpportunityCommands commands, OpportunityReferences references, Database database, CancellationToken cancellation)
    {
        var caller = command.Caller;
        await using var db = database.Read(caller.TenantId);
        var current = await db.Set<Opportunity>().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (current is null || !caller.ScopeOf(Resource.Opportunities).Sees(current.OwnerId, current.DepartmentId, current.Team.Select(member => member.MemberId)))
            return GetOpportunity.NotFound.ToProblem();
        var merged = patch.ApplyTo(Of(current));
        if (merged.Refused(out var unreadable)) return unreadable.ToProblem();
        var wanted = merged.Value;
        // Lines that are given make the amount, unless the patch says otherwise.
        if (patch.Has("lines") && !patch.Has("amountMode") && !patch.Has("amount"))
            wanted = wanted with { AmountMode = wanted.Lines.Count > 0 ? AmountMode.Lines : AmountMode.Manual };
        else if (patch.Has("amount") && !patch.Has("amountMode"))
            wanted = wanted with { AmountMode = AmountMode.Manual };
        var resolved = await references.Resolve(db, caller, wanted, current, cancellation);
        if (resolved.Refused(out var refusal)) return refusal.ToProblem();
        return await commands.Send(id, command, version, OpportunityAction.Edit, asked => asked with
        {
            // What was merged was merged into this version and no other.
            ExpectedVersion = version.Number ?? current.Version,
            Fields = resolved.Value.Fields,
            Rate = resolved.Value.Rate,
        });
    }

    static EditOpportunity Of(Opportunity o) => new()
    {
        Name = o.Name,
        CustomerId = o.CustomerId,
        PrimaryContactId = o.PrimaryContactId,
        Type = o.Type,
        Amount = new Money(o.Amount, o.Currency),
        AmountMode = o.AmountMode,
        Lines = [.. o.Lines.Select(line => new OpportunityLineInput { ProductId = line.ProductId, Quantity = line.Quantity, UnitPrice = line.UnitPrice })],
        Probability = o.ManualProbabilityE4 / 10_000m,
        ProbabilityReason = o.ProbabilityReason,
        ForecastCategory = o.ManualCategory,
        CloseDate = o.CloseDate,
        Budget = o.BudgetE4 is { } budget ? new Money(Scaled.Amount(budget), o.Currency) : null,
        Need = o.Need,
        Timeline = o.Timeline,
        NextStep = o.NextStep,
        NextStepDate = o.NextStepDate,
        OwnerId = o.OwnerId,
        Team = [.. o.Team.Select(member => new TeamMemberInput { MemberId = member.MemberId, Role = member.Role })],
    };
}

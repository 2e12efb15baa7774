using System.Text;
using System.Text.Json;
using Crm.Contracts.Opportunities;
using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>Opens an opportunity in the first stage of the method that the tenant sells its type by.</summary>
internal sealed record CreateOpportunity
{
    /// <summary>At most 200 characters.</summary>
    public required string Name { get; init; }
    public required Guid CustomerId { get; init; }
    public Guid? PrimaryContactId { get; init; }

    /// <summary>NewProject when left out.</summary>
    public OpportunityType? Type { get; init; }

    /// <summary>An open stage of the method; its first when left out.</summary>
    public string? Stage { get; init; }

    /// <summary>0 to 100000000000. Left out, it is the sum of the lines.</summary>
    public Money? Amount { get; init; }

    /// <summary>ISO 4217 code when no amount is given; the tenant's base currency when that is left out too.</summary>
    public string? Currency { get; init; }

    /// <summary>At most 200.</summary>
    public IReadOnlyList<OpportunityLineInput>? Lines { get; init; }

    /// <summary>0 to 1 to override the stage's default, with a reason.</summary>
    public decimal? Probability { get; init; }
    public string? ProbabilityReason { get; init; }

    /// <summary>The stage's when left out.</summary>
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

    /// <summary>The caller when left out.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Members beside the owner, at most 50.</summary>
    public IReadOnlyList<TeamMemberInput>? Team { get; init; }

    /// <summary>Values of the tenant's own fields by key.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Custom { get; init; }

    public static void Map(RouteGroupBuilder group) => group.MapPost("", Handle)
        .WithName(nameof(CreateOpportunity)).WithSummary("Open an opportunity").Requires(Permission.WorkOpportunities)
        .Idempotent().Answers<OpportunityView>(StatusCodes.Status201Created).Refuses(RefusalKind.Conflict, RefusalKind.Unprocessable);

    /// <summary>The same as all the fields of an edit.</summary>
    internal EditOpportunity AsEdit(OpportunityType type, Currency currency, Guid ownerId) => new()
    {
        Name = Name,
        CustomerId = CustomerId,
        PrimaryContactId = PrimaryContactId,
        Type = Type ?? type,
        Amount = Amount ?? new Money(0, currency),
        AmountMode = Amount is null && Lines is { Count: > 0 } ? AmountMode.Lines : AmountMode.Manual,
        Lines = Lines ?? [],
        Probability = Probability,
        ProbabilityReason = ProbabilityReason,
        ForecastCategory = ForecastCategory,
        CloseDate = CloseDate,
        Budget = Budget,
        Need = Need,
        Timeline = Timeline,
        NextStep = NextStep,
        NextStepDate = NextStepDate,
        OwnerId = OwnerId ?? ownerId,
        Team = Team ?? [],
        Custom = Custom,
    };

    static async Task<IResult> Handle(
        CreateOpportunity body, Command command, HttpContext http, OpportunityOpening opening, OpportunityCommands commands, Database database,
        CustomFields custom, CancellationToken cancellation)
    {
        var decided = await opening.Decide(command.Caller, body, null, cancellation);
        if (decided.Refused(out var refusal)) return refusal.ToProblem();
        var opened = decided.Value;
        var saved = await UniqueRaces.AgainWhenTaken(() => database.Write<SavedOpportunity>(command.Writes, async (db, ct) =>
        {
            if (await custom.Taken(db, OpportunityFields.Resource, opened.After.Id, CustomValues.None, CustomValues.Of(opened.After), ct) is { } taken) return taken;
            await OpportunityWriter.Save(db, opened, custom, ct);
            return SavedOpportunity.Of(opened.After, command.Key is not null);
        }, cancellation));
        if (saved.Refused(out refusal)) return refusal.ToProblem();
        await commands.Hint(command.Caller.TenantId);
        var json = saved.Value.Json.Length > 0
            ? Encoding.UTF8.GetBytes(saved.Value.Json)
            : JsonSerializer.SerializeToUtf8Bytes(OpportunityView.Of(opened.After), ApiJson.Options);
        var shown = (await custom.Recent(command.Caller.TenantId, cancellation)).For(OpportunityFields.Resource, command.Caller.Roles);
        return OpportunityResult.Created(http, saved.Value.Id, saved.Value.Version, shown.Project(json));
    }
}

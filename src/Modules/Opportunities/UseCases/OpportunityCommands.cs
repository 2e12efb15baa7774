using Crm.Opportunities.Domain;
using Crm.Opportunities.Grains;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Crm.Opportunities.UseCases;

/// <summary>The way from an endpoint to an opportunity and back; the same for every action.</summary>
internal sealed class OpportunityCommands(IGrainFactory grains, CustomFields custom, ILogger<OpportunityCommands> log)
{
    static readonly TimeSpan HintWait = TimeSpan.FromMilliseconds(200);

    public async Task<IResult> Send(Guid id, Command command, ExpectedVersion version, OpportunityAction action, Func<OpportunityCommand, OpportunityCommand>? with = null)
    {
        var asked = Ask(command.Caller, action, version) with { IdempotencyKey = command.Key?.Key, RequestHash = command.Key?.RequestHash };
        return await Send(command.Caller, id, with is null ? asked : with(asked));
    }

    public async Task<IResult> Send(Caller caller, Guid id, OpportunityCommand command)
    {
        var answer = await grains.Opportunity(caller.TenantId, id).Do(command);
        if (answer.Refusal is { } refusal) return refusal.ToProblem();
        await Hint(caller.TenantId);
        return await Show(caller, answer.Snapshot!);
    }

    /// <summary>The snapshot as the caller is shown it.</summary>
    public async ValueTask<OpportunityResult> Show(Caller caller, OpportunitySnapshot snapshot) => new(
        snapshot.HasCustom ? (await custom.Recent(caller.TenantId, CancellationToken.None)).For(OpportunityFields.Resource, caller.Roles).Project(snapshot.Json) : snapshot.Json,
        snapshot.ETag);

    /// <summary>Tells the funnel to pull now, so that the caller's next read shows the change. A funnel that is slow or away delays nobody further.</summary>
    public async Task Hint(Guid tenantId)
    {
        try
        {
            await grains.Funnel(tenantId).Pull().WaitAsync(HintWait);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogDebug(e, "The funnel of tenant {Tenant} did not take the hint; it pulls by itself within a second", tenantId);
        }
    }

    static OpportunityCommand Ask(Caller caller, OpportunityAction action, ExpectedVersion version) => new()
    {
        Action = action,
        MemberId = caller.MemberId,
        Scope = caller.ScopeOf(Resource.Opportunities),
        ExpectedVersion = version.Number,
    };
}

using Crm.Opportunities.Domain;
using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Crm.Opportunities.UseCases;

/// <summary>The way from an endpoint to an opportunity and back; the same for every action.</summary>
internal sealed class OpportunityCommands(IGrainFactory grains, CustomFields custom, ILogger<OpportunityCommands> log)
{
    const int BulkPlaces = 8;
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

    /// <summary>Bulk work: bounded parallel commands, each opportunity its own unit of work, answered in order; the funnel is told once.</summary>
    /// <param name="tenantId">Whose opportunities.</param>
    /// <param name="items">What is worked through.</param>
    /// <param name="command">What an item asks; null when nothing is left to do for it.</param>
    /// <param name="id">The opportunity of an item.</param>
    /// <param name="ct">Stops between two commands.</param>
    public async Task<IReadOnlyList<Outcome<Nothing>>> Each<T>(
        Guid tenantId, IReadOnlyList<T> items, Func<T, OpportunityCommand?> command, Func<T, Guid> id, CancellationToken ct)
    {
        var answers = new Outcome<Nothing>[items.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, items.Count), new ParallelOptions { MaxDegreeOfParallelism = BulkPlaces, CancellationToken = ct }, async (i, _) =>
            answers[i] = command(items[i]) is { } asked && (await grains.Opportunity(tenantId, id(items[i])).Do(asked)).Refusal is { } refusal ? refusal : Nothing.Value);
        await Hint(tenantId);
        return answers;
    }

    /// <summary>Counts an opportunity anew at a rate, whoever it belongs to: whoever asks has been found to see all of them.</summary>
    /// <returns>Why not; null when it was done.</returns>
    public async Task<Refusal?> Revalue(Guid tenantId, Guid id, Guid memberId, decimal rate) =>
        (await grains.Opportunity(tenantId, id).Do(new OpportunityCommand { Action = OpportunityAction.Revalue, MemberId = memberId, Scope = ScopeRule.Everything, Rate = rate })).Refusal;

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

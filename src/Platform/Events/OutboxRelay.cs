using System.Collections.Frozen;
using Crm.Platform.Data;
using Crm.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crm.Platform.Events;

/// <summary>Reads the outbox in commit order, in bounded batches, and hands each event to every reaction that wants it.</summary>
sealed partial class OutboxRelay(
    Database database, RelayLease lease, Deliveries deliveries, IEnumerable<IReaction> reactions, ModuleGuard guard, RelayOptions options, TimeProvider clock, ILogger<OutboxRelay> log)
    : BackgroundService
{
    readonly FrozenDictionary<string, IReaction> _reactions = reactions.ToFrozenDictionary(reaction => reaction.Name, StringComparer.Ordinal);
    bool _isFull;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = options.Poll;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var isBusy = await lease.Hold(stoppingToken) && await Turn(stoppingToken);
                if (isBusy && _isFull) continue;
                wait = isBusy ? options.Gather : options.Poll;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                RelayFaulted(log, e);
                wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, TimeSpan.FromSeconds(5).Ticks));
            }
            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await lease.Free(end.Token);
        }
        catch (Exception e)
        {
            RelayFaulted(log, e);
        }
    }

    /// <returns>Whether there was anything to do.</returns>
    internal async Task<bool> Turn(CancellationToken ct)
    {
        var retried = await deliveries.Retry(_reactions, ct);
        var events = await Next(ct);
        _isFull = events.Count == options.Batch;
        if (events.Count == 0) return retried > 0;
        foreach (var reaction in _reactions.Values)
        {
            foreach (var tenant in events.Where(e => reaction.Events.Contains(e.Name)).GroupBy(e => e.TenantId))
            {
                // A host that lost its lease in a long batch must not go on beside its successor; the inbox would stop it, at a cost.
                if (!await lease.Hold(ct)) return true;
                if (await guard.IsOn(tenant.Key, reaction, ct)) await deliveries.HandOver(reaction, [.. tenant], ct);
                else await deliveries.Hold(reaction, [.. tenant], ct);
            }
        }
        await lease.MoveTo(events[^1].Position, ct);
        return true;
    }

    async Task<List<DeliveredEvent>> Next(CancellationToken ct)
    {
        await using var db = database.ReadAcrossTenants();
        var horizon = await db.Horizon(ct);
        var rows = await db.Set<OutboxRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).AsNoTracking()
            .After(database.Engine, lease.Position, horizon).Take(options.Batch).ToListAsync(ct);
        return [.. rows.Select(DeliveredEvent.Of)];
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be relayed; trying again.")]
    static partial void RelayFaulted(ILogger log, Exception e);
}

using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Crm.Platform.Events;

/// <summary>
/// Hands events to reactions: effect and inbox mark in one transaction, all of a batch together, and one by one when that fails. What
/// fails is kept with its tries; later events of the same record wait behind it, those of other records do not.
/// </summary>
sealed partial class Deliveries(Database database, RelayOptions options, ModuleGuard guard, TimeProvider clock, ILogger<Deliveries> log)
{
    const int RetriesAtOnce = 100;

    /// <summary>Hands over events that come for the first time, of one tenant, in commit order.</summary>
    public async Task HandOver(IReaction reaction, IReadOnlyList<DeliveredEvent> events, CancellationToken ct)
    {
        try
        {
            await Handle(reaction, events, ct);
        }
        catch (Exception e) when (!MustStop(e, ct))
        {
            if (events.Count == 1)
            {
                await KeepFailed(reaction, events[0], e, ct);
                return;
            }
            foreach (var single in events) await HandOver(reaction, [single], ct);
        }
    }

    /// <summary>
    /// Keeps events for a reaction whose module the tenant has off: once it is on they are handled in their order, so that its rows agree with
    /// what happened meanwhile.
    /// </summary>
    public async Task Hold(IReaction reaction, IReadOnlyList<DeliveredEvent> events, CancellationToken ct)
    {
        var until = clock.UtcNow() + options.HeldFor;
        var ids = events.Select(e => e.EventId).ToList();
        await database.Write<Nothing>(new WriteContext(events[0].TenantId, null), async (db, inner) =>
        {
            var known = (await db.Set<DeliveryRow>().Where(row => row.Reaction == reaction.Name && ids.Contains(row.EventId)).Select(row => row.EventId).ToListAsync(inner))
                .Concat(await db.Set<InboxRow>().Where(row => row.Reaction == reaction.Name && ids.Contains(row.EventId)).Select(row => row.EventId).ToListAsync(inner)).ToHashSet();
            foreach (var e in events.Where(e => known.Add(e.EventId))) db.Add(Waiting(reaction, e, until));
            return Nothing.Value;
        }, ct);
    }

    /// <summary>Tries again what is due: of each record the oldest event only.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> Retry(IReadOnlyDictionary<string, IReaction> reactions, CancellationToken ct)
    {
        var now = clock.UtcNow();
        List<DeliveryRow> due;
        await using (var db = database.ReadAcrossTenants())
        {
            var all = db.Set<DeliveryRow>().IgnoreQueryFilters([CrmDb.TenantFilter]);
            due = await all.AsNoTracking()
                .Where(row => row.ParkedAt == null && row.NextTryAt <= now)
                .Where(row => !all.Any(other => other.TenantId == row.TenantId && other.Reaction == row.Reaction && other.RecordId == row.RecordId
                    && (other.Major < row.Major || (other.Major == row.Major && other.Seq < row.Seq))))
                .OrderBy(row => row.NextTryAt).Take(RetriesAtOnce).ToListAsync(ct);
        }
        var held = new HashSet<(Guid, string)>();
        foreach (var row in due)
        {
            if (held.Contains((row.TenantId, row.Reaction))) continue;
            if (reactions.TryGetValue(row.Reaction, out var of) && !await guard.IsOn(row.TenantId, of, ct))
            {
                held.Add((row.TenantId, row.Reaction));
                await HoldOn(row.TenantId, row.Reaction, now, ct);
                continue;
            }
            if (!reactions.TryGetValue(row.Reaction, out var reaction))
            {
                await Put(row, r => r.NextTryAt = now + options.LongestWait, ct);
                continue;
            }
            try
            {
                await Handle(reaction, [DeliveredEvent.Of(row)], ct, row.Id);
            }
            catch (Exception e) when (!MustStop(e, ct))
            {
                await Put(row, r => Fail(r, e), ct);
            }
        }
        return due.Count;
    }

    /// <summary>All that is due of a reaction whose module is off, at once: there may be any number of them.</summary>
    Task HoldOn(Guid tenantId, string reaction, DateTime now, CancellationToken ct) =>
        database.Write<int>(new WriteContext(tenantId, null), async (db, inner) =>
            await db.Set<DeliveryRow>().Where(row => row.Reaction == reaction && row.ParkedAt == null && row.NextTryAt <= now)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.NextTryAt, now + options.HeldFor), inner), ct);

    async Task Handle(IReaction reaction, IReadOnlyList<DeliveredEvent> events, CancellationToken ct, Guid? delivery = null)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(options.Timeout);
        var outcome = await database.Write<Nothing>(new WriteContext(events[0].TenantId, null), async (db, inner) =>
        {
            var fresh = await Fresh(db, reaction, events, delivery, inner);
            if (fresh.Count > 0) await reaction.Handle(db, fresh, inner);
            foreach (var handled in fresh)
                db.Add(new InboxRow { TenantId = handled.TenantId, Reaction = reaction.Name, EventId = handled.EventId, At = clock.UtcNow() });
            if (delivery is { } id) await db.Set<DeliveryRow>().Where(row => row.Id == id).ExecuteDeleteAsync(inner);
            return Nothing.Value;
        }, timeout.Token);
        if (outcome.Refused(out var refusal)) throw new InvalidOperationException($"{refusal.Code}: {refusal.Detail}");
    }

    /// <summary>The events that have not been handled; those whose record has one waiting are put behind it.</summary>
    async Task<List<DeliveredEvent>> Fresh(
        CrmDb db, IReaction reaction, IReadOnlyList<DeliveredEvent> events, Guid? delivery, CancellationToken ct)
    {
        var ids = events.Select(e => e.EventId).ToList();
        var records = events.Select(e => e.RecordId).Distinct().ToList();
        var handled = (await db.Set<InboxRow>().Where(row => row.Reaction == reaction.Name && ids.Contains(row.EventId))
            .Select(row => row.EventId).ToListAsync(ct)).ToHashSet();
        var waiting = await db.Set<DeliveryRow>().AsNoTracking()
            .Where(row => row.Reaction == reaction.Name && records.Contains(row.RecordId) && row.Id != delivery)
            .Select(row => new { row.EventId, row.RecordId }).ToListAsync(ct);
        var fresh = new List<DeliveredEvent>();
        foreach (var e in events)
        {
            if (handled.Contains(e.EventId) || waiting.Any(row => row.EventId == e.EventId)) continue;
            if (delivery is null && waiting.Any(row => row.RecordId == e.RecordId)) db.Add(Waiting(reaction, e, clock.UtcNow()));
            else fresh.Add(e);
        }
        return fresh;
    }

    async Task KeepFailed(IReaction reaction, DeliveredEvent failed, Exception e, CancellationToken ct)
    {
        var row = Waiting(reaction, failed, clock.UtcNow());
        Fail(row, e);
        await database.Write<Nothing>(new WriteContext(failed.TenantId, null), async (db, inner) =>
        {
            if (!await db.Set<DeliveryRow>().AnyAsync(r => r.Reaction == row.Reaction && r.EventId == row.EventId, inner)) db.Add(row);
            return Nothing.Value;
        }, ct);
    }

    Task Put(DeliveryRow row, Action<DeliveryRow> change, CancellationToken ct) =>
        database.Write<Nothing>(new WriteContext(row.TenantId, null), async (db, inner) =>
        {
            if (await db.Set<DeliveryRow>().SingleOrDefaultAsync(r => r.Id == row.Id, inner) is { } stored) change(stored);
            return Nothing.Value;
        }, ct);

    void Fail(DeliveryRow row, Exception e)
    {
        row.Attempts++;
        var said = $"{e.GetType().Name}: {e.Message}";
        row.Error = said.Length <= 2000 ? said : said[..2000];
        row.NextTryAt = clock.UtcNow() + options.WaitAfter(row.Attempts);
        if (row.Attempts < options.Tries)
        {
            TryFailed(log, e, row.Reaction, row.Name, row.EventId, row.Attempts);
            return;
        }
        row.ParkedAt = clock.UtcNow();
        Parked(log, e, row.Reaction, row.Name, row.EventId);
    }

    static DeliveryRow Waiting(IReaction reaction, DeliveredEvent e, DateTime now) => new()
    {
        TenantId = e.TenantId,
        Id = Guid.CreateVersion7(now),
        Reaction = reaction.Name,
        EventId = e.EventId,
        Name = e.Name,
        RecordId = e.RecordId,
        Payload = e.Payload,
        At = e.At,
        ActorId = e.ActorId,
        Major = e.Position.Major,
        Seq = e.Position.Seq,
        NextTryAt = now,
    };

    /// <summary>The host stops, or the database is away: nobody's failed try.</summary>
    static bool MustStop(Exception e, CancellationToken ct) => ct.IsCancellationRequested || DatabaseDown.Explains(e) && e is not TimeoutException;

    [LoggerMessage(LogLevel.Warning, "{Reaction} failed on {Name} {EventId}, try {Attempt}.")]
    static partial void TryFailed(ILogger log, Exception e, string reaction, string name, Guid eventId, int attempt);

    [LoggerMessage(LogLevel.Error, "{Reaction} failed on {Name} {EventId} for the last time: parked.")]
    static partial void Parked(ILogger log, Exception e, string reaction, string name, Guid eventId);
}

using System.Collections.Concurrent;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.Organization.Access;

/// <summary>
/// When each API key was last used. A request only leaves a note in memory, and that at most once in an interval for each key; the notes are
/// written together. A killed host loses one interval of them.
/// </summary>
internal sealed class KeyUses(Database database, IOptions<KeySettings> options, TimeProvider clock, ILogger<KeyUses> log) : BackgroundService
{
    readonly TimeSpan _every = options.Value.LastUsedEvery;
    readonly ConcurrentDictionary<(Guid TenantId, Guid KeyId), long> _notes = new();

    internal long EveryTicks => _every.Ticks;

    internal void Note(Guid tenantId, Guid keyId, long ticks) => _notes[(tenantId, keyId)] = ticks;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Write(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The last notes are written when the host stops.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Write(cancellationToken);
    }

    async Task Write(CancellationToken ct)
    {
        foreach (var tenant in _notes.Keys.GroupBy(note => note.TenantId).ToList())
        {
            try
            {
                var used = new List<(Guid KeyId, DateTime At)>();
                foreach (var note in tenant)
                {
                    if (_notes.TryRemove(note, out var ticks)) used.Add((note.KeyId, Microseconds(ticks)));
                }
                await database.Write(new WriteContext(tenant.Key, null), (db, token) => Write(db, used, token), ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The last uses of {Count} API keys of tenant {Tenant} were not written", tenant.Count(), tenant.Key);
            }
        }
    }

    // Past version and audit: a program that calls is no edit of its key.
    static async Task<Outcome<Nothing>> Write(CrmDb db, List<(Guid KeyId, DateTime At)> used, CancellationToken ct)
    {
        foreach (var (keyId, at) in used)
        {
            await db.Set<ApiKey>().Where(row => row.Id == keyId && (row.LastUsedAt == null || row.LastUsedAt < at))
                .ExecuteUpdateAsync(row => row.SetProperty(key => key.LastUsedAt, at), ct);
        }
        return Nothing.Value;
    }

    static DateTime Microseconds(long ticks) => new(ticks - ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}

using System.Collections.Concurrent;
using System.Text.Json;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Jobs;

/// <summary>Asks for long work and takes it up: the table is the queue, leases say who works on what.</summary>
public sealed class JobQueue(Database database, JobOptions options, TimeProvider clock) : IDisposable
{
    readonly SemaphoreSlim _wake = new(0, 1);
    readonly ConcurrentDictionary<Guid, TaskCompletionSource> _watched = new();

    /// <summary>Adds a job in the caller's transaction.</summary>
    public JobRow Add(CrmDb db, string kind, object input)
    {
        var now = clock.UtcNow();
        var row = new JobRow
        {
            TenantId = db.TenantId,
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Input = JsonSerializer.Serialize(input, input.GetType(), StoredJson.Options),
            CreatedAt = now,
            CreatedBy = db.ActorId,
        };
        db.Add(row);
        // Only that it was asked for: the input may hold what a person wrote.
        db.Note("Job", row.Id, "Created", new { row.Kind });
        return row;
    }

    /// <summary>Says that there is work, after the transaction that added it. Forgetting it costs a poll's time.</summary>
    public void Wake()
    {
        try
        {
            if (_wake.CurrentCount == 0) _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two callers at once: one wake is enough.
        }
    }

    /// <summary>Ends when a job of the tenant is next moved by this host. What another host does is found only by looking again.</summary>
    public Task Moved(Guid tenantId) =>
        _watched.GetOrAdd(tenantId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    internal void Tell(Guid tenantId)
    {
        if (_watched.TryRemove(tenantId, out var watched)) watched.TrySetResult();
    }

    public void Dispose() => _wake.Dispose();

    internal async Task WaitForWork(CancellationToken ct) => await _wake.WaitAsync(options.Poll, ct);

    /// <summary>
    /// Takes the oldest waiting job of the tenant that has the fewest running, or null when nothing waits or every place is taken.
    /// A job whose host has let its lease run out counts as waiting.
    /// </summary>
    /// <param name="mayRun">Whether a kind of job may run for a tenant; what may not goes on waiting.</param>
    internal async Task<JobRow?> Take(Guid lease, Func<Guid, string, ValueTask<bool>> mayRun, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var running = new Dictionary<Guid, int>();
        List<Waiting> waiting;
        await using (var db = database.ReadAcrossTenants())
        {
            var jobs = db.Set<JobRow>().IgnoreQueryFilters([CrmDb.TenantFilter]);
            foreach (var tenant in await jobs.Where(row => row.Status == JobStatus.Running && row.LeaseUntil >= now)
                         .GroupBy(row => row.TenantId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct))
                running[tenant.Key] = tenant.Count;
            waiting = await jobs.Where(row => row.Status == JobStatus.Queued || (row.Status == JobStatus.Running && row.LeaseUntil < now))
                .GroupBy(row => new { row.TenantId, row.Kind }).Select(group => new Waiting(group.Key.TenantId, group.Key.Kind, group.Min(row => row.CreatedAt))).ToListAsync(ct);
        }
        if (running.Values.Sum() >= options.Places) return null;
        foreach (var tenant in waiting.GroupBy(w => w.TenantId).OrderBy(w => running.GetValueOrDefault(w.Key)).ThenBy(w => w.Min(kind => kind.Oldest)))
        {
            if (running.GetValueOrDefault(tenant.Key) >= options.PlacesPerTenant) continue;
            var kinds = new List<string>();
            foreach (var kind in tenant)
            {
                if (await mayRun(tenant.Key, kind.Kind)) kinds.Add(kind.Kind);
            }
            if (kinds.Count > 0 && await Claim(tenant.Key, kinds, lease, now, ct) is { } job) return job;
        }
        return null;
    }

    /// <summary>Frees what a former process of this installation held. Only where the data folder's lock says that there is no other one.</summary>
    internal Task FreeDeadLeases(CancellationToken ct) => database.WriteAcrossTenants<Nothing>(async (db, inner) =>
    {
        var past = clock.UtcNow().AddSeconds(-1);
        await db.Set<JobRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).Where(row => row.Status == JobStatus.Running)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.LeaseUntil, past), inner);
        return Nothing.Value;
    }, ct);

    internal async Task<bool> Renew(JobRow job, Guid lease, CancellationToken ct)
    {
        var until = clock.UtcNow() + options.Lease;
        var renewed = await database.Write<int>(new WriteContext(job.TenantId, null), async (db, inner) =>
            await db.Set<JobRow>().Where(row => row.Id == job.Id && row.LeaseOwner == lease && row.Status == JobStatus.Running && !row.CancelRequested)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.LeaseUntil, until), inner), ct);
        return !renewed.IsRefused && renewed.Value == 1;
    }

    /// <summary>Gives a job that has not ended back, so that another host, or this one after its restart, goes on at once.</summary>
    internal Task Release(JobRow job, Guid lease, CancellationToken ct) => End(job, lease, row => row
        .SetProperty(r => r.Status, r => r.CancelRequested ? JobStatus.Cancelled : JobStatus.Queued)
        .SetProperty(r => r.LeaseOwner, (Guid?)null), ct);

    /// <summary>As <see cref="Release"/>, for a job whose module was switched off: it waits, and the try does not count.</summary>
    internal Task Pause(JobRow job, Guid lease, CancellationToken ct) => End(job, lease, row => row
        .SetProperty(r => r.Status, r => r.CancelRequested ? JobStatus.Cancelled : JobStatus.Queued)
        .SetProperty(r => r.Attempts, r => r.Attempts - 1)
        .SetProperty(r => r.LeaseOwner, (Guid?)null), ct);

    internal Task Complete(JobRow job, Guid lease, CancellationToken ct)
    {
        var now = clock.UtcNow();
        return End(job, lease, row => row
            .SetProperty(r => r.Status, JobStatus.Completed)
            .SetProperty(r => r.FinishedAt, now)
            .SetProperty(r => r.LeaseOwner, (Guid?)null), ct);
    }

    internal Task Cancel(JobRow job, Guid lease, CancellationToken ct)
    {
        var now = clock.UtcNow();
        return End(job, lease, row => row
            .SetProperty(r => r.Status, JobStatus.Cancelled)
            .SetProperty(r => r.FinishedAt, now)
            .SetProperty(r => r.LeaseOwner, (Guid?)null), ct);
    }

    internal Task Fail(JobRow job, Guid lease, string code, string detail, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var shown = detail.Length <= 2000 ? detail : detail[..2000];
        return End(job, lease, row => row
            .SetProperty(r => r.Status, JobStatus.Failed)
            .SetProperty(r => r.ErrorCode, code)
            .SetProperty(r => r.ErrorDetail, shown)
            .SetProperty(r => r.FinishedAt, now)
            .SetProperty(r => r.LeaseOwner, (Guid?)null), ct);
    }

    async Task End(JobRow job, Guid lease, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<JobRow>> set, CancellationToken ct)
    {
        await database.Write<int>(new WriteContext(job.TenantId, null), async (db, inner) =>
            await db.Set<JobRow>().Where(row => row.Id == job.Id && row.LeaseOwner == lease).ExecuteUpdateAsync(set, inner), ct);
        Tell(job.TenantId);
    }

    async Task<JobRow?> Claim(Guid tenantId, IReadOnlyList<string> kinds, Guid lease, DateTime now, CancellationToken ct)
    {
        var until = now + options.Lease;
        var claimed = await database.Write<Guid?>(new WriteContext(tenantId, null), async (db, inner) =>
        {
            var oldest = await db.Set<JobRow>().AsNoTracking()
                .Where(row => kinds.Contains(row.Kind) && (row.Status == JobStatus.Queued || (row.Status == JobStatus.Running && row.LeaseUntil < now)))
                .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(inner);
            if (oldest is null) return (Guid?)null;
            var taken = await db.Set<JobRow>()
                .Where(row => row.Id == oldest && (row.Status == JobStatus.Queued || (row.Status == JobStatus.Running && row.LeaseUntil < now)))
                .ExecuteUpdateAsync(row => row
                    .SetProperty(r => r.Status, JobStatus.Running)
                    .SetProperty(r => r.LeaseOwner, lease)
                    .SetProperty(r => r.LeaseUntil, until)
                    .SetProperty(r => r.Attempts, r => r.Attempts + 1)
                    .SetProperty(r => r.StartedAt, r => r.StartedAt ?? now), inner);
            return taken == 1 ? oldest : null;
        }, ct);
        if (claimed.IsRefused || claimed.Value is not { } id) return null;
        Tell(tenantId);
        await using var read = database.Read(tenantId);
        return await read.Set<JobRow>().AsNoTracking().SingleAsync(row => row.Id == id, ct);
    }

    sealed record Waiting(Guid TenantId, string Kind, DateTime Oldest);
}

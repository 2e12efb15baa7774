using System.Collections.Concurrent;
using System.Collections.Frozen;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Modules;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crm.Platform.Jobs;

/// <summary>Takes waiting jobs up to the number of places, renews their leases, and says how each ended.</summary>
sealed partial class JobRunner(
    JobQueue queue, IEnumerable<IJobKind> kinds, ModuleGuard guard, Database database, JobOptions options, TimeProvider clock, ILogger<JobRunner> log)
    : BackgroundService
{
    readonly FrozenDictionary<string, IJobKind> _kinds = kinds.ToFrozenDictionary(kind => kind.Kind, StringComparer.Ordinal);
    readonly ConcurrentDictionary<Guid, Task> _running = new();

    internal int RunningCount => _running.Count;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isFirst = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (isFirst && database.Engine == Engine.Sqlite) await queue.FreeDeadLeases(stoppingToken);
                isFirst = false;
                while (_running.Count < options.Places && await queue.Take(Guid.CreateVersion7(), (tenant, kind) => MayRun(tenant, kind, stoppingToken), stoppingToken) is { } job) Start(job, stoppingToken);
                await queue.WaitForWork(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                QueueUnreadable(log, e);
                await Pause(stoppingToken);
            }
        }
        await Task.WhenAll(_running.Values);
    }

    ValueTask<bool> MayRun(Guid tenantId, string kind, CancellationToken ct) =>
        _kinds.TryGetValue(kind, out var known) ? guard.IsOn(tenantId, known, ct) : ValueTask.FromResult(true);

    // A lease is of one run and not of the host: a run that was slow to renew is taken up anew by its own host, and must then write nothing more.
    void Start(JobRow job, CancellationToken stopping) => _running[LeaseOf(job)] = Task.Run(async () =>
    {
        try
        {
            await Run(job, stopping);
        }
        catch (Exception e)
        {
            // The lease runs out and the job is taken up again.
            JobUnfinished(log, e, job.Kind, job.Id);
        }
        finally
        {
            _running.TryRemove(LeaseOf(job), out _);
            queue.Wake();
        }
    }, CancellationToken.None);

    static Guid LeaseOf(JobRow job) => job.LeaseOwner!.Value;

    async Task Run(JobRow job, CancellationToken stopping)
    {
        var lease = LeaseOf(job);
        if (!_kinds.TryGetValue(job.Kind, out var kind))
        {
            await queue.Fail(job, lease, "jobs/kind-unknown", $"No module of this host does jobs of kind '{job.Kind}'.", CancellationToken.None);
            return;
        }
        if (job.Attempts > options.MaxAttempts)
        {
            await queue.Fail(job, lease, "jobs/given-up", $"The job was begun {options.MaxAttempts} times and never came to an end.", CancellationToken.None);
            return;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var renewal = RenewUntilDone(job, stop);
        try
        {
            var outcome = await kind.Run(new JobRun(database, job, lease, () => queue.Tell(job.TenantId), ct => guard.IsOn(job.TenantId, kind, ct)), stop.Token);
            if (outcome.Refused(out var refusal)) await queue.Fail(job, lease, refusal.Code, refusal.Detail, CancellationToken.None);
            else await queue.Complete(job, lease, CancellationToken.None);
        }
        catch (Exception e) when (e is JobStoppedException || stop.IsCancellationRequested)
        {
            if (stopping.IsCancellationRequested) await queue.Release(job, lease, CancellationToken.None);
            else if (!await guard.IsOn(job.TenantId, kind, CancellationToken.None)) await queue.Pause(job, lease, CancellationToken.None);
            else await queue.Cancel(job, lease, CancellationToken.None);
        }
        catch (Exception e) when (DatabaseDown.Explains(e))
        {
            // Not the job's fault: its lease runs out, and it is taken up again when the database is back.
            JobUnfinished(log, e, job.Kind, job.Id);
        }
        catch (Exception e)
        {
            JobFaulted(log, e, job.Kind, job.Id);
            await queue.Fail(job, lease, "jobs/fault", "The job ended by a fault of the system; the log of the host names it by the job's id.", CancellationToken.None);
        }
        finally
        {
            await stop.CancelAsync();
            await renewal;
        }
    }

    async Task RenewUntilDone(JobRow job, CancellationTokenSource stop)
    {
        using var timer = new PeriodicTimer(options.Lease / 4, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
                if (!await queue.Renew(job, LeaseOf(job), stop.Token))
                    await stop.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The job has ended.
        }
        catch (Exception e)
        {
            // Without a lease nothing of it can be kept: every step checks it.
            JobUnfinished(log, e, job.Kind, job.Id);
        }
    }

    async Task Pause(CancellationToken ct)
    {
        try
        {
            await Task.Delay(options.Poll, clock, ct);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    [LoggerMessage(LogLevel.Error, "The job queue could not be read; trying again.")]
    static partial void QueueUnreadable(ILogger log, Exception e);

    [LoggerMessage(LogLevel.Error, "Job {Kind} {JobId} could not be brought to an end.")]
    static partial void JobUnfinished(ILogger log, Exception e, string kind, Guid jobId);

    [LoggerMessage(LogLevel.Error, "Job {Kind} {JobId} ended by a fault.")]
    static partial void JobFaulted(ILogger log, Exception e, string kind, Guid jobId);
}

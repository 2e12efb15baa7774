using System.Diagnostics;
using System.Text.Json;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Jobs;

/// <summary>A job under way, as its kind sees it.</summary>
public sealed class JobRun
{
    readonly Database _database;
    readonly Guid _lease;
    readonly JobRow _row;
    readonly Action? _kept;
    string? _checkpoint;

    /// <param name="database">Where the job stands.</param>
    /// <param name="row">The job as it was taken up.</param>
    /// <param name="lease">The runner's own name; only its steps are kept.</param>
    /// <param name="kept">Called when a step was kept.</param>
    internal JobRun(Database database, JobRow row, Guid lease, Action? kept = null)
    {
        _kept = kept;
        _database = database;
        _row = row;
        _lease = lease;
        _checkpoint = row.Checkpoint;
    }

    public Guid JobId => _row.Id;

    public Guid TenantId => _row.TenantId;

    public Engine Engine => _database.Engine;

    /// <summary>The member who asked for it; the work is written in that member's name.</summary>
    public Guid? ActorId => _row.CreatedBy;

    /// <summary>When it was asked for: the instant that rows without one of their own get, the same after a restart.</summary>
    public DateTime AskedAt => _row.CreatedAt;

    public T Input<T>() => JsonSerializer.Deserialize<T>(_row.Input, StoredJson.Options)!;

    /// <summary>The last checkpoint that was kept; null on the first start.</summary>
    public T? Checkpoint<T>()
        where T : class => _checkpoint is null ? null : JsonSerializer.Deserialize<T>(_checkpoint, StoredJson.Options);

    /// <summary>Says how many rows there are, as soon as that is known.</summary>
    public Task Expect(long total, CancellationToken ct) => Step((_, step, _) =>
    {
        step.Total = total;
        return Task.CompletedTask;
    }, ct);

    /// <summary>
    /// Does a bounded piece of the work: what it writes, its results, the counts and the checkpoint stand in one transaction, so that
    /// a restart neither loses nor repeats it. Stops by exception when the job was cancelled or another host has taken it over.
    /// </summary>
    /// <returns>How long the step worked in its transaction: on SQLite so long every other writer waited.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Another writer changed a row that the step had read; it can be done again.</exception>
    public async Task<TimeSpan> Step(Func<CrmDb, JobStep, CancellationToken, Task> work, CancellationToken ct)
    {
        var step = new JobStep();
        var held = TimeSpan.Zero;
        var outcome = await _database.Write<string?>(new WriteContext(TenantId, ActorId), async (db, inner) =>
        {
            var began = Stopwatch.GetTimestamp();
            step.Reset();
            await work(db, step, inner);
            var kept = await Keep(db, step, inner);
            held = Stopwatch.GetElapsedTime(began);
            return kept;
        }, ct);
        if (outcome.Refused(out var refusal)) throw refusal.Kind == RefusalKind.Stale ? Stale(refusal) : new JobStoppedException(refusal);
        _checkpoint = outcome.Value ?? _checkpoint;
        _kept?.Invoke();
        return held;
    }

    /// <summary>Runs work whose writes are thrown away, to learn what it would do.</summary>
    public async Task<T> Rehearse<T>(Func<CrmDb, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        var result = default(T);
        var outcome = await _database.Write<Nothing>(new WriteContext(TenantId, ActorId), async (db, inner) =>
        {
            result = await work(db, inner);
            // What only the database can refuse is refused now, and then all of it is rolled back.
            await db.SaveChangesAsync(inner);
            return Refusal.Conflict("jobs/rehearsal", "Rolled back.");
        }, ct);
        return outcome.Refused(out var refusal) && refusal.Kind == RefusalKind.Stale ? throw Stale(refusal) : result!;
    }

    static DbUpdateConcurrencyException Stale(Refusal refusal) => new(refusal.Detail);

    async Task<Outcome<string?>> Keep(CrmDb db, JobStep step, CancellationToken ct)
    {
        var no = 0L;
        foreach (var result in step.Results)
        {
            no = result.No;
            result.JobId = JobId;
            db.Add(result);
        }
        await db.SaveChangesAsync(ct);
        var failed = step.Results.Count(result => result.IsFailed);
        var counted = step.Results.Count + step.Counted;
        var checkpoint = step.Checkpoint is null ? null : JsonSerializer.Serialize(step.Checkpoint, step.Checkpoint.GetType(), StoredJson.Options);
        var summary = step.Summary is null ? null : JsonSerializer.Serialize(step.Summary, step.Summary.GetType(), StoredJson.Options);
        var total = step.Total;
        var kept = await db.Set<JobRow>()
            .Where(row => row.Id == JobId && row.LeaseOwner == _lease && row.Status == JobStatus.Running && !row.CancelRequested)
            .ExecuteUpdateAsync(row => row
                .SetProperty(r => r.Done, r => r.Done + counted)
                .SetProperty(r => r.Failed, r => r.Failed + failed)
                .SetProperty(r => r.Succeeded, r => r.Succeeded + counted - failed)
                .SetProperty(r => r.Total, r => total ?? r.Total)
                .SetProperty(r => r.Checkpoint, r => checkpoint ?? r.Checkpoint)
                .SetProperty(r => r.Summary, r => summary ?? r.Summary), ct);
        return kept == 1
            ? checkpoint
            : Refusal.Conflict("jobs/stopped", $"The job was cancelled or is held by another host (before row {no}).");
    }
}

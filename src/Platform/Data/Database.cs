using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Crm.Platform.Data;

/// <summary>
/// Where every unit of work starts. Reads lease a context of one tenant; writes run in one transaction, on SQLite inside the
/// single-writer queue. The factory resolves the connection, so that tenants can be spread over databases later.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    readonly PooledDbContextFactory<CrmDb> _contexts;
    readonly WriteQueue? _queue;
    readonly TimeProvider _clock;

    public Database(DatabaseOptions options, IServiceProvider services, TimeProvider clock)
    {
        Options = options;
        _clock = clock;
        _contexts = new PooledDbContextFactory<CrmDb>(DatabaseProvider.Configure(options, services), poolSize: 128);
        if (options.Engine == Engine.Sqlite)
            _queue = new WriteQueue(() => new CrmDb(DatabaseProvider.Configure(options, services, writer: true)), clock);
    }

    public DatabaseOptions Options { get; }

    public Engine Engine => Options.Engine;

    /// <summary>A context for reading one tenant's rows, without tracking.</summary>
    public CrmDb Read(Guid tenantId) => Lease(tenantId, null, acrossTenants: false);

    /// <summary>For sign-in, relay, jobs and rebuilds only. Queries still name the filter they lift: <c>IgnoreQueryFilters([CrmDb.TenantFilter])</c>.</summary>
    public CrmDb ReadAcrossTenants() => Lease(Guid.Empty, null, acrossTenants: true);

    /// <summary>
    /// Runs the work in one transaction and saves it. A refusal or an exception rolls back everything it did. Keep it short and away
    /// from grains, files and networks: on SQLite every other writer waits for it.
    /// </summary>
    /// <returns>What the work returned; the first answer when the key was used before; <see cref="Refusal.Stale"/> on a version conflict.</returns>
    public async Task<Outcome<T>> Write<T>(
        WriteContext context, Func<CrmDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return await Run(context.TenantId, context.ActorId, acrossTenants: false, (db, ct) => Idempotency.Once(db, context, work, ct), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale();
        }
        catch (DbUpdateException e) when (context.Key is not null && Idempotency.IsTaken(e))
        {
            // A parallel call with the same key was first. Its answer is this call's answer.
            return await Run(context.TenantId, context.ActorId, acrossTenants: false,
                (db, ct) => Idempotency.Replay<T>(db, context, ct), cancellation);
        }
    }

    /// <summary>A write that spans tenants: relay, jobs, set-up. Each row says its tenant.</summary>
    public Task<Outcome<T>> WriteAcrossTenants<T>(Func<CrmDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellation) =>
        Run(Guid.Empty, null, acrossTenants: true, work, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_queue is not null) await _queue.DisposeAsync();
    }

    Task<Outcome<T>> Run<T>(
        Guid tenantId, Guid? actorId, bool acrossTenants, Func<CrmDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellation)
    {
        return _queue is not null
            ? _queue.Run(tenantId, actorId, acrossTenants, Saved, cancellation)
            : OnServer();

        async Task<Outcome<T>> Saved(CrmDb db, CancellationToken ct)
        {
            var outcome = await work(db, ct);
            if (!outcome.IsRefused && db.ChangeTracker.HasChanges()) await db.SaveChangesAsync(ct);
            return outcome;
        }

        async Task<Outcome<T>> OnServer()
        {
            await using var db = Lease(tenantId, actorId, acrossTenants);
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var outcome = await Saved(db, cancellation);
            if (outcome.IsRefused) return outcome;
            await transaction.CommitAsync(cancellation);
            foreach (var action in db.TakeAfterCommit()) action();
            return outcome;
        }
    }

    CrmDb Lease(Guid tenantId, Guid? actorId, bool acrossTenants)
    {
        var db = _contexts.CreateDbContext();
        db.Begin(tenantId, actorId, _clock, acrossTenants);
        return db;
    }
}

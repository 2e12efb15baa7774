using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Data;

/// <summary>
/// SQLite has one writer. All writes pass this fair queue, one after the other on one connection, and those that wait together share
/// one commit: without it, busy retries starve a writer for seconds and each write pays its own fsync.
/// </summary>
sealed class WriteQueue : IAsyncDisposable
{
    /// <summary>So many writes share a commit at the most, which bounds how long the first of them waits.</summary>
    const int LargestGroup = 64;

    static readonly AsyncLocal<bool> Inside = new();

    readonly Channel<Item> _items = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleReader = true });
    readonly Func<CrmDb> _open;
    readonly TimeProvider _clock;
    readonly Task _loop;

    public WriteQueue(Func<CrmDb> open, TimeProvider clock)
    {
        _open = open;
        _clock = clock;
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public async Task<Outcome<T>> Run<T>(
        Guid tenantId, Guid? actorId, bool acrossTenants, Func<CrmDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellation)
    {
        if (Inside.Value) throw new InvalidOperationException("A write was started inside a write: it would wait for itself.");
        var item = new Item<T>(tenantId, actorId, acrossTenants, work, cancellation);
        if (!_items.Writer.TryWrite(item)) throw new ObjectDisposedException(nameof(WriteQueue));
        return await item.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _items.Writer.TryComplete();
        await _loop;
    }

    async Task Loop()
    {
        CrmDb? db = null;
        var group = new List<Item>(LargestGroup);
        while (await _items.Reader.WaitToReadAsync())
        {
            group.Clear();
            try
            {
                if (db is null)
                {
                    db = _open();
                    // Kept open for good: statements that modules prepare on it stay prepared, and it never goes back into the pool with them.
                    await db.Database.OpenConnectionAsync();
                }
                await CommitGroup(db, group);
            }
            catch (Exception e)
            {
                foreach (var item in group) item.Fail(e);
                if (db is not null) await db.DisposeAsync();
                db = null;
            }
        }
        if (db is not null) await db.DisposeAsync();
    }

    async Task CommitGroup(CrmDb db, List<Item> group)
    {
        while (group.Count == 0)
        {
            if (!_items.Reader.TryRead(out var first)) return;
            group.Add(first);
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (!await Apply(db, first))
            {
                // Nothing else stands in this transaction yet, so it goes back whole.
                await transaction.RollbackAsync();
                group.Clear();
                first.Complete();
                continue;
            }
            while (group.Count < LargestGroup && _items.Reader.TryRead(out var next))
            {
                await transaction.CreateSavepointAsync("item");
                group.Add(next);
                if (await Apply(db, next)) await transaction.ReleaseSavepointAsync("item");
                else await transaction.RollbackToSavepointAsync("item");
            }
            await transaction.CommitAsync();
            WriteMetrics.GroupSize.Record(group.Count);
            foreach (var item in group) item.Complete();
            foreach (var action in group.SelectMany(item => item.AfterCommit)) action();
        }
    }

    async Task<bool> Apply(CrmDb db, Item item)
    {
        db.ChangeTracker.Clear();
        db.Begin(item.TenantId, item.ActorId, _clock, item.AcrossTenants);
        Inside.Value = true;
        try
        {
            var keep = await item.Apply(db);
            if (keep) item.AfterCommit = db.TakeAfterCommit();
            return keep;
        }
        finally
        {
            Inside.Value = false;
            db.ChangeTracker.Clear();
        }
    }

    abstract class Item(Guid tenantId, Guid? actorId, bool acrossTenants)
    {
        public Guid TenantId => tenantId;

        public Guid? ActorId => actorId;

        public bool AcrossTenants => acrossTenants;

        public IReadOnlyList<Action> AfterCommit { get; set; } = [];

        /// <summary>True when its changes are to be kept.</summary>
        public abstract Task<bool> Apply(CrmDb db);

        public abstract void Complete();

        public abstract void Fail(Exception e);
    }

    sealed class Item<T>(
        Guid tenantId, Guid? actorId, bool acrossTenants, Func<CrmDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellation)
        : Item(tenantId, actorId, acrossTenants)
    {
        Outcome<T> _outcome;
        readonly long _asked = Stopwatch.GetTimestamp();
        Exception? _exception;

        public TaskCompletionSource<Outcome<T>> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task<bool> Apply(CrmDb db)
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                _outcome = await work(db, cancellation);
                return !_outcome.IsRefused;
            }
            catch (Exception e)
            {
                _exception = e;
                return false;
            }
        }

        public override void Complete()
        {
            if (_exception is not null || _outcome.IsRefused) WriteMetrics.Refused.Add(1);
            else WriteMetrics.Duration.Record(Stopwatch.GetElapsedTime(_asked).TotalMilliseconds);
            if (_exception is not null) Done.TrySetException(_exception);
            else Done.TrySetResult(_outcome);
        }

        public override void Fail(Exception e) => Done.TrySetException(_exception ?? e);
    }
}

using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Events;

/// <summary>One host at a time reads the outbox on. The position moves only for the holder, so a host that was taken for dead cannot move it back.</summary>
sealed class RelayLease(Database database, RelayOptions options, TimeProvider clock)
{
    public const string Name = "outbox";

    readonly Guid _owner = Guid.CreateVersion7();
    DateTime _heldUntil;

    public CommitPosition Position { get; private set; }

    /// <summary>True while this host holds the lease; takes or renews it when needed.</summary>
    public async Task<bool> Hold(CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (_heldUntil - now > options.Lease / 2) return true;
        // On SQLite the data folder's lock says that no other process is there: what a killed one held is free.
        var isOnlyHost = database.Engine == Engine.Sqlite;
        var until = now + options.Lease;
        var outcome = await database.WriteAcrossTenants<CommitPosition?>(async (db, inner) =>
        {
            var row = await db.Set<RelayRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).AsNoTracking().SingleOrDefaultAsync(r => r.Name == Name, inner);
            if (row is null)
            {
                db.Add(new RelayRow { TenantId = RelayRow.Installation, Name = Name, LeaseOwner = _owner, LeaseUntil = until });
                return (CommitPosition?)CommitPosition.Start;
            }
            var taken = await db.Set<RelayRow>().IgnoreQueryFilters([CrmDb.TenantFilter])
                .Where(r => r.Name == Name && (isOnlyHost || r.LeaseOwner == _owner || r.LeaseUntil == null || r.LeaseUntil < now))
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.LeaseOwner, _owner).SetProperty(x => x.LeaseUntil, until), inner);
            return taken == 1 ? new CommitPosition(row.Major, row.Seq) : (CommitPosition?)null;
        }, ct);
        if (outcome.IsRefused || outcome.Value is not { } position)
        {
            _heldUntil = default;
            return false;
        }
        _heldUntil = until;
        Position = position;
        return true;
    }

    public async Task<bool> MoveTo(CommitPosition position, CancellationToken ct)
    {
        var outcome = await database.WriteAcrossTenants<int>(async (db, inner) =>
            await db.Set<RelayRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).Where(r => r.Name == Name && r.LeaseOwner == _owner)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.Major, position.Major).SetProperty(x => x.Seq, position.Seq), inner), ct);
        if (outcome.IsRefused || outcome.Value != 1)
        {
            _heldUntil = default;
            return false;
        }
        Position = position;
        return true;
    }

    public async Task Free(CancellationToken ct)
    {
        if (_heldUntil == default) return;
        _heldUntil = default;
        await database.WriteAcrossTenants<int>(async (db, inner) =>
            await db.Set<RelayRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).Where(r => r.Name == Name && r.LeaseOwner == _owner)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.LeaseOwner, (Guid?)null).SetProperty(x => x.LeaseUntil, (DateTime?)null), inner), ct);
    }
}

using Crm.Platform.Data;
using Crm.Platform.Events;
using Crm.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Jobs;

/// <summary>How long the platform keeps what has served its purpose, and the purge that a schedule calls. Bounded per call: the rest goes with the next.</summary>
public sealed class Retention(Database database, IFileStore files, TimeProvider clock)
{
    const int RowsAtOnce = 2_000;
    const int RoundsPerTable = 50;

    public static readonly TimeSpan Events = TimeSpan.FromDays(30);
    public static readonly TimeSpan IdempotencyKeys = TimeSpan.FromDays(7);
    public static readonly TimeSpan Jobs = TimeSpan.FromDays(90);

    /// <summary>Of a file that was sent for an import.</summary>
    public static readonly TimeSpan ImportFiles = TimeSpan.FromDays(30);

    /// <returns>Rows removed.</returns>
    public async Task<int> Purge(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var removed = 0;
        removed += await Rounds(db => Outbox(db, now - Events), ct);
        removed += await Rounds(db => Of<InboxRow>(db).Where(row => row.At < now - Events - TimeSpan.FromDays(1)).Take(RowsAtOnce), ct);
        removed += await Rounds(db => Of<IdempotencyRow>(db).Where(row => row.CreatedAt < now - IdempotencyKeys).Take(RowsAtOnce), ct);
        removed += await Rounds(db => Of<JobResultRow>(db).Where(result => Of<JobRow>(db)
            .Any(job => job.Id == result.JobId && job.FinishedAt != null && job.FinishedAt < now - Jobs)).Take(RowsAtOnce), ct);
        removed += await Rounds(db => Of<JobRow>(db).Where(job => job.FinishedAt != null && job.FinishedAt < now - Jobs
            && !Of<JobResultRow>(db).Any(result => result.JobId == job.Id)).Take(RowsAtOnce), ct);
        removed += await ExpiredFiles(now, ct);
        return removed;
    }

    /// <summary>One by one, each with its bytes, wherever they stand.</summary>
    async Task<int> ExpiredFiles(DateTime now, CancellationToken ct)
    {
        List<StoredFile> expired;
        await using (var db = database.ReadAcrossTenants())
            expired = await Of<StoredFile>(db).AsNoTracking().Where(file => file.ExpiresAt < now && file.Uses == 0).OrderBy(file => file.ExpiresAt).Take(RowsAtOnce).ToListAsync(ct);
        foreach (var file in expired) await files.Remove(file.TenantId, file.Id, ct);
        return expired.Count;
    }

    static IQueryable<OutboxRow> Outbox(CrmDb db, DateTime before)
    {
        // What the relay has not passed stays, however old it is.
        var relay = db.Set<RelayRow>().IgnoreQueryFilters([CrmDb.TenantFilter]);
        return Of<OutboxRow>(db).Where(row => row.At < before
            && relay.Any(r => db.Engine == Engine.Sqlite ? row.Seq <= r.Seq : row.Major < r.Major)).Take(RowsAtOnce);
    }

    static IQueryable<T> Of<T>(CrmDb db)
        where T : class => db.Set<T>().IgnoreQueryFilters([CrmDb.TenantFilter]);

    async Task<int> Rounds<T>(Func<CrmDb, IQueryable<T>> rows, CancellationToken ct)
        where T : class
    {
        var removed = 0;
        for (var round = 0; round < RoundsPerTable; round++)
        {
            var outcome = await database.WriteAcrossTenants<int>(async (db, inner) => await rows(db).ExecuteDeleteAsync(inner), ct);
            if (outcome.IsRefused || outcome.Value == 0) break;
            removed += outcome.Value;
        }
        return removed;
    }
}

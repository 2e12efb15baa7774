using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Files;

/// <summary>Files in the database, in parts: each written and removed on its own, so that no other writer waits for a hundred megabytes.</summary>
sealed class DatabaseBytes(Database database) : IFileBytes
{
    const int PartsAtOnce = 16;
    const int OrphansAtOnce = 100;
    const int Rounds = 50;

    public FilePlace Place => FilePlace.Database;

    public async Task Write(Guid tenantId, Guid fileId, Stream content, CancellationToken ct)
    {
        var context = new WriteContext(tenantId, null);
        var part = new byte[StoredFilePart.Bytes];
        for (var no = 0; ; no++)
        {
            var read = await content.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, ct);
            if (read > 0)
            {
                var row = new StoredFilePart { FileId = fileId, No = no, Content = part.AsSpan(0, read).ToArray() };
                _ = (await database.Write<Nothing>(context, (db, _) =>
                {
                    db.Add(row);
                    return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
                }, ct)).Value;
            }
            if (read < part.Length) return;
        }
    }

    public Stream Open(StoredFile file) => new PartStream(database, file);

    public async Task Remove(Guid tenantId, Guid fileId, CancellationToken ct)
    {
        var context = new WriteContext(tenantId, null);
        for (var from = 0; ; from += PartsAtOnce)
        {
            var (first, end) = (from, from + PartsAtOnce);
            var removed = await database.Write<int>(context, async (db, inner) =>
                await db.Set<StoredFilePart>().Where(row => row.FileId == fileId && row.No >= first && row.No < end).ExecuteDeleteAsync(inner), ct);
            if (removed.IsRefused || removed.Value < PartsAtOnce) return;
        }
    }

    public async Task<int> RemoveOrphans(DateTime before, CancellationToken ct)
    {
        // A part's file has the id of the time at which its upload began.
        var youngest = Guid.CreateVersion7(before);
        var removed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var outcome = await database.WriteAcrossTenants<int>(async (db, inner) =>
            {
                var files = db.Set<StoredFile>().IgnoreQueryFilters([CrmDb.TenantFilter]);
                return await db.Set<StoredFilePart>().IgnoreQueryFilters([CrmDb.TenantFilter])
                    .Where(part => part.FileId.CompareTo(youngest) < 0 && !files.Any(file => file.Id == part.FileId))
                    .Take(OrphansAtOnce).ExecuteDeleteAsync(inner);
            }, ct);
            if (outcome.IsRefused || outcome.Value == 0) break;
            removed += outcome.Value;
        }
        return removed;
    }
}

using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Files;

/// <summary>
/// Files in a folder: <c>TENANT/XX/ID</c>, named by ids alone, so that no name that a person gave ever is part of a path. A file is written
/// beside its place, flushed, and then renamed: what stands at its place is whole.
/// </summary>
sealed class FolderBytes(Database database, FileSettings settings) : IFileBytes
{
    const string Arriving = ".part";
    const int RowsAtOnce = 500;
    const int MostRemoved = 10_000;

    readonly string _root = Path.GetFullPath(settings.Folder ?? Path.Combine(database.Options.DataFolder, "files"));

    public FilePlace Place => FilePlace.Folder;

    public async Task Write(Guid tenantId, Guid fileId, Stream content, CancellationToken ct)
    {
        var path = PathOf(tenantId, fileId);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = new FileStream(path + Arriving, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
        }))
        {
            await content.CopyToAsync(file, StoredFilePart.Bytes, ct);
            await file.FlushAsync(ct);
            // The row that follows is durable, so what it stands for has to be.
            file.Flush(flushToDisk: true);
        }
        File.Move(path + Arriving, path);
    }

    public Stream Open(StoredFile file) => new FileStream(PathOf(file.TenantId, file.Id), new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.Read | FileShare.Delete,
        BufferSize = StoredFilePart.Bytes,
        Options = FileOptions.Asynchronous,
    });

    public Task Remove(Guid tenantId, Guid fileId, CancellationToken ct)
    {
        var path = PathOf(tenantId, fileId);
        if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.Delete(path + Arriving);
            File.Delete(path);
        }
        return Task.CompletedTask;
    }

    public async Task<int> RemoveOrphans(DateTime before, CancellationToken ct)
    {
        if (!Directory.Exists(_root)) return 0;
        var removed = 0;
        foreach (var chunk in Old(before).Chunk(RowsAtOnce))
        {
            var ids = chunk.Where(found => found.Id != Guid.Empty).Select(found => found.Id).ToArray();
            HashSet<Guid> known;
            await using (var db = database.ReadAcrossTenants())
                known = [.. await db.Set<StoredFile>().IgnoreQueryFilters([CrmDb.TenantFilter]).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct)];
            foreach (var orphan in chunk.Where(found => found.Id == Guid.Empty || !known.Contains(found.Id)))
            {
                File.Delete(orphan.Path);
                if (++removed == MostRemoved) return removed;
            }
        }
        return removed;
    }

    /// <summary>Files of this store that are older than the instant; those that were still arriving have no id here.</summary>
    IEnumerable<(string Path, Guid Id)> Old(DateTime before)
    {
        foreach (var tenant in Directory.EnumerateDirectories(_root).Where(folder => Guid.TryParseExact(Path.GetFileName(folder), "N", out _)))
        {
            foreach (var path in Directory.EnumerateFiles(tenant, "*", SearchOption.AllDirectories))
            {
                var name = Path.GetFileName(path);
                var arriving = name.EndsWith(Arriving, StringComparison.Ordinal);
                if (!Guid.TryParseExact(arriving ? name[..^Arriving.Length] : name, "N", out var id) || File.GetLastWriteTimeUtc(path) >= before) continue;
                yield return (path, arriving ? Guid.Empty : id);
            }
        }
    }

    // By the last digits: the first of an id are its time, and all of a month would stand in one folder.
    string PathOf(Guid tenantId, Guid fileId) => Path.Combine(_root, tenantId.ToString("N"), fileId.ToString("N")[^2..], fileId.ToString("N"));
}

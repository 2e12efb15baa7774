using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Files;

/// <summary>
/// The bytes first, the row last: a file that can be found is whole. What a kill leaves between the two is an orphan that
/// <see cref="SweepFiles"/> removes.
/// </summary>
sealed class FileStore(Database database, FileSettings settings, IEnumerable<IFileBytes> places, TimeProvider clock) : IFileStore
{
    readonly Dictionary<FilePlace, IFileBytes> _places = places.ToDictionary(place => place.Place);

    public async Task<Outcome<StoredFile>> Save(
        Guid tenantId, Guid? memberId, string name, string contentType, Stream content, long maxBytes, TimeSpan keepFor, CancellationToken ct)
    {
        var cleaned = FileNames.Clean(name);
        if (cleaned.Refused(out var bad)) return bad;
        var now = clock.UtcNow();
        var file = new StoredFile
        {
            TenantId = tenantId,
            Id = Guid.CreateVersion7(now),
            Name = cleaned.Value,
            ContentType = FileNames.Shorten(FieldErrors.IsText(contentType) ? contentType : "", 100),
            Place = settings.Store,
            CreatedBy = memberId,
            CreatedAt = now,
            ExpiresAt = now + keepFor,
        };
        var bytes = _places[settings.Store];
        try
        {
            await using var measured = new MeasuredStream(content, maxBytes);
            await bytes.Write(tenantId, file.Id, measured, ct);
            (file.Length, file.Sha256) = (measured.Taken, measured.Sha256());
            file.Format = FormatSniffer.Of(measured.Head, measured.Tail).Key;
            var written = await database.Write<Nothing>(new WriteContext(tenantId, memberId), (db, _) =>
            {
                db.Add(file);
                return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
            }, ct);
            if (!written.Refused(out var refusal)) return file;
            await bytes.Remove(tenantId, file.Id, CancellationToken.None);
            return refusal;
        }
        catch (FileTooLongException)
        {
            await bytes.Remove(tenantId, file.Id, CancellationToken.None);
            return TooLarge(maxBytes);
        }
        catch
        {
            // The sender has gone, or the store has: what is there of it goes too, and if that fails the sweep does it.
            await RemoveQuietly(bytes, file);
            throw;
        }
    }

    public async Task<StoredFile?> Find(Guid tenantId, Guid fileId, CancellationToken ct)
    {
        await using var db = database.Read(tenantId);
        return await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == fileId, ct);
    }

    public Stream Open(StoredFile file) => _places[file.Place].Open(file);

    /// <remarks>The row of the bytes is locked by the update, so that of a use and the end of the last use one sees the other.</remarks>
    public async Task<StoredFile> Use(CrmDb db, StoredFile file, CancellationToken ct)
    {
        var same = file.Uses > 0 ? file
            : await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(row => row.Sha256 == file.Sha256 && row.Length == file.Length && row.Uses > 0, ct);
        if (same is not null && await Count(db, same.Id, 1, ct)) return same;
        await db.Set<StoredFile>().Where(row => row.Id == file.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Uses, row => row.Uses + 1).SetProperty(row => row.ExpiresAt, (DateTime?)null), ct);
        return file;
    }

    public async Task<bool> Release(CrmDb db, Guid fileId, CancellationToken ct)
    {
        if (!await Count(db, fileId, -1, ct)) return false;
        var now = clock.UtcNow();
        return await db.Set<StoredFile>().Where(row => row.Id == fileId && row.Uses == 0)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, now), ct) == 1;
    }

    /// <remarks>The row first, so that the file is gone at once.</remarks>
    public async Task Remove(Guid tenantId, Guid fileId, CancellationToken ct)
    {
        if (await Find(tenantId, fileId, ct) is not { } file) return;
        var gone = await database.Write<int>(new WriteContext(tenantId, null), async (db, inner) =>
        {
            var removed = await db.Set<StoredFile>().Where(row => row.Id == fileId && row.Uses == 0).ExecuteDeleteAsync(inner);
            if (removed == 1) await db.Set<FilePreview>().Where(row => row.FileId == fileId).ExecuteDeleteAsync(inner);
            return removed;
        }, ct);
        if (!gone.IsRefused && gone.Value == 1) await _places[file.Place].Remove(tenantId, fileId, ct);
    }

    public static Refusal TooLarge(long maxBytes) => new(RefusalKind.TooLarge, "files/too-large", $"A file has at most {Size(maxBytes)}.",
        new Dictionary<string, string[]> { ["file"] = [$"At most {Size(maxBytes)}."] });

    internal static string Size(long bytes) => bytes switch
    {
        >= 1024 * 1024 => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MB"),
        >= 1024 => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KB"),
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };

    static async Task<bool> Count(CrmDb db, Guid fileId, int by, CancellationToken ct) =>
        await db.Set<StoredFile>().Where(row => row.Id == fileId && row.Uses > 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.Uses, row => row.Uses + by), ct) == 1;

    static async Task RemoveQuietly(IFileBytes bytes, StoredFile file)
    {
        try
        {
            await bytes.Remove(file.TenantId, file.Id, CancellationToken.None);
        }
        catch (Exception)
        {
            // What broke the upload says more than this.
        }
    }
}

using System.Security.Cryptography;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Files;

sealed class DatabaseFileStore(Database database, TimeProvider clock) : IFileStore
{
    const int PartsAtOnce = 16;

    public async Task<Outcome<StoredFile>> Save(
        Guid tenantId, Guid? memberId, string name, string contentType, Stream content, long maxBytes, CancellationToken ct)
    {
        if (!FieldErrors.IsText(name)) return Refusal.Field("fileName", "files/bad-name", "Contains characters that are not text.");
        var now = clock.UtcNow();
        var file = new StoredFile
        {
            TenantId = tenantId,
            Id = Guid.CreateVersion7(now),
            Name = Shorten(Path.GetFileName(name.Replace('\\', '/')), 255),
            ContentType = Shorten(contentType, 100),
            CreatedBy = memberId,
            CreatedAt = now,
        };
        var context = new WriteContext(tenantId, memberId);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var part = new byte[StoredFilePart.Bytes];
        for (var no = 0; ; no++)
        {
            var read = await content.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, ct);
            file.Length += read;
            if (file.Length > maxBytes)
            {
                await Remove(tenantId, file.Id, ct);
                return new Refusal(RefusalKind.TooLarge, "files/too-large", $"A file has at most {maxBytes / (1024 * 1024)} MB.");
            }
            hash.AppendData(part, 0, read);
            var isLast = read < part.Length;
            if (isLast) file.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            var bytes = part.AsSpan(0, read).ToArray();
            var number = no;
            var written = await database.Write<Nothing>(context, (db, _) =>
            {
                if (bytes.Length > 0) db.Add(new StoredFilePart { FileId = file.Id, No = number, Content = bytes });
                // The row comes last: a file that can be found is whole.
                if (isLast) db.Add(file);
                return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
            }, ct);
            if (written.Refused(out var refusal)) return refusal;
            if (isLast) return file;
        }
    }

    public async Task<StoredFile?> Find(Guid tenantId, Guid fileId, CancellationToken ct)
    {
        await using var db = database.Read(tenantId);
        return await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == fileId, ct);
    }

    public Stream Open(StoredFile file) => new PartStream(database, file);

    /// <remarks>The row first, so that the file is gone at once; then its parts, few at a time, so that no other writer waits for a hundred megabytes.</remarks>
    public async Task Remove(Guid tenantId, Guid fileId, CancellationToken ct)
    {
        var context = new WriteContext(tenantId, null);
        await database.Write<int>(context, async (db, inner) => await db.Set<StoredFile>().Where(row => row.Id == fileId).ExecuteDeleteAsync(inner), ct);
        for (var from = 0; ; from += PartsAtOnce)
        {
            var (first, end) = (from, from + PartsAtOnce);
            var removed = await database.Write<int>(context, async (db, inner) =>
                await db.Set<StoredFilePart>().Where(row => row.FileId == fileId && row.No >= first && row.No < end).ExecuteDeleteAsync(inner), ct);
            if (removed.IsRefused || removed.Value < PartsAtOnce) return;
        }
    }

    // Never through the middle of a letter: half a surrogate pair is no text.
    static string Shorten(string text, int max) => text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
}

using Crm.Platform.Data;
using Crm.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.RecordFiles;

/// <summary>What a tenant takes of files on records, and how much of it is there. One row a tenant.</summary>
public sealed class FileLimits : Entity, IAudited
{
    /// <summary>The largest that any tenant may allow.</summary>
    public const long LargestFile = FileUpload.MaxBytes;
    public const long SmallestFile = 1024;
    public const long LargestQuota = 10L * 1024 * 1024 * 1024 * 1024;
    public const long SmallestQuota = 1024 * 1024;

    public static readonly IReadOnlyList<FileKind> Usual = [.. Enum.GetValues<FileKind>().Where(kind => kind != FileKind.Program)];

    public long MaxFileBytes { get; set; } = LargestFile;

    public long QuotaBytes { get; set; } = 20L * 1024 * 1024 * 1024;

    /// <summary>Names of <see cref="FileKind"/>, divided by commas.</summary>
    public string AllowedKinds { get; set; } = string.Join(',', Usual);

    /// <summary>The bytes of all versions; those that several files share count once. Moved in the transaction that adds or removes content.</summary>
    public long UsedBytes { get; set; }

    public IReadOnlyList<FileKind> Kinds => [.. AllowedKinds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<FileKind>)];

    public static async Task<FileLimits> Of(CrmDb db, CancellationToken ct) =>
        await db.Set<FileLimits>().AsNoTracking().FirstOrDefaultAsync(ct) ?? new FileLimits();

    /// <summary>Makes the row where there is none, so that use can be counted in it by one statement.</summary>
    public static async Task<FileLimits> Ensure(Database database, Guid tenantId, CancellationToken ct)
    {
        await using (var db = database.Read(tenantId))
            if (await db.Set<FileLimits>().AsNoTracking().FirstOrDefaultAsync(ct) is { } known) return known;
        try
        {
            await database.Write<Nothing>(new WriteContext(tenantId, null), async (db, inner) =>
            {
                if (!await db.Set<FileLimits>().AnyAsync(inner)) db.Add(new FileLimits());
                return Nothing.Value;
            }, ct);
        }
        catch (DbUpdateException e) when (UniqueKeys.Caused(e))
        {
            // A parallel call was first.
        }
        await using var again = database.Read(tenantId);
        return await again.Set<FileLimits>().AsNoTracking().FirstAsync(ct);
    }

    /// <summary>Counts bytes that were added; refused when they do not fit the quota.</summary>
    public static async Task<Refusal?> Charge(CrmDb db, long bytes, CancellationToken ct)
    {
        var fits = await db.Set<FileLimits>().Where(row => row.UsedBytes + bytes <= row.QuotaBytes)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedBytes, row => row.UsedBytes + bytes), ct) == 1;
        return fits ? null : OverQuota();
    }

    public static Task Credit(CrmDb db, long bytes, CancellationToken ct) => db.Set<FileLimits>()
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedBytes, row => row.UsedBytes - bytes < 0 ? 0 : row.UsedBytes - bytes), ct);

    public static Refusal OverQuota() => Refusal.Unprocessable("files/quota-exceeded",
        "The tenant's space for files is used up. Erase files that are no longer needed, or ask an administrator for more space.",
        new Dictionary<string, string[]> { ["file"] = ["Does not fit the space that is left."] });
}

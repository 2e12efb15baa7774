using Crm.Platform.Data;
using Crm.Platform.Files;
using Crm.Platform.Http;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.RecordFiles;

/// <summary>Removes the content of every version, the name and what was written of it, for good. The row stays for the audit and for what refers to it.</summary>
static class EraseFile
{
    /// <summary>Stands where the name was.</summary>
    const string Erased = "—";

    public static void Map(RouteGroupBuilder files) =>
        files.MapPost("/files/{id:guid}/erase", Handle).WithName(nameof(EraseFile))
            .WithSummary("Erases the content of every version of a file, its name and its description, for good.")
            .Requires(Permission.EraseFiles).RequireIfMatch().Answers<RecordFileView>().Refuses(RefusalKind.NotFound);

    static async Task<IResult> Handle(
        Guid id, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, IFileStore files, HttpContext http, CancellationToken ct)
    {
        var unused = new List<Guid>();
        var outcome = await database.Write<RecordFileView>(caller.Writes(), async (db, token) =>
        {
            unused.Clear();
            // Whoever erases for the tenant does so on an archived record too.
            var found = await FileAccess.Find(db, caller, kinds, id, token);
            if (found.Refused(out var refusal)) return refusal;
            var row = found.Value;
            if (version.Check(row.Version) is { } stale) return stale;
            if (row.ErasedAt is not null) return FileAccess.View(row, caller, kinds);
            var freed = 0L;
            foreach (var old in await db.Set<RecordFileVersion>().AsTracking().Where(one => one.FileId == id).ToListAsync(token))
            {
                if (await files.Release(db, old.ContentId, token))
                {
                    unused.Add(old.ContentId);
                    freed += old.Length;
                }
                (old.ContentId, old.Sha256, old.Comment) = (Guid.Empty, "", null);
            }
            await FileLimits.Credit(db, freed, token);
            row.ErasedAt = db.UtcNow();
            row.ArchivedAt ??= row.ErasedAt;
            (row.Name, row.Description, row.Sha256, row.ContentId) = (Erased, null, "", Guid.Empty);
            await db.SaveChangesAsync(token);
            return FileAccess.View(row, caller, kinds);
        }, ct);
        // What a kill leaves of them here the hourly purge removes: nobody uses it any more.
        foreach (var content in unused.Where(_ => !outcome.IsRefused)) await files.Remove(caller.TenantId, content, CancellationToken.None);
        return outcome.ToOk(http);
    }
}

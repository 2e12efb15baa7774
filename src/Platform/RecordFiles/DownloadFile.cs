using Crm.Platform.Data;
using Crm.Platform.Files;
using Crm.Platform.Http;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Crm.Platform.RecordFiles;

/// <summary>The bytes of a file, whole or in ranges, and small pictures of it. What comes from here never runs as a page of ours.</summary>
static class DownloadFile
{
    public static void Map(RouteGroupBuilder files)
    {
        files.MapGet("/files/{id:guid}/content", Content).WithName(nameof(DownloadFile))
            .WithSummary("The bytes of a file, streamed. Takes Range, If-Range and If-None-Match; the ETag is that of the bytes.")
            .Produces<FileStreamResult>(StatusCodes.Status200OK, "application/octet-stream").Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        files.MapGet("/files/{id:guid}/preview", Preview).WithName("GetFilePreview")
            .WithSummary("A picture of a file as WebP, made when it is first asked for; 404 for a file that has none.")
            .Produces<FileStreamResult>(StatusCodes.Status200OK, "image/webp").Refuses(RefusalKind.NotFound, RefusalKind.Conflict, RefusalKind.Unprocessable, RefusalKind.Unavailable);
    }

    /// <param name="id">The file.</param>
    /// <param name="no">The version, from 1; left out: the current one.</param>
    /// <param name="inline">true: a picture, a PDF or a text is to be shown and not saved. Anything else is always an attachment.</param>
    static async Task<IResult> Content(
        Guid id, Caller caller, Database database, RecordKinds kinds, IFileStore files, HttpContext http, CancellationToken ct, int? no = null, bool inline = false)
    {
        var found = await Find(id, no, caller, database, kinds, ct);
        if (found.Refused(out var refusal)) return refusal.ToProblem();
        var (row, version, stored) = found.Value;
        var format = FileFormats.Of(stored.Format);
        var disposition = new ContentDispositionHeaderValue(inline && format.IsInert ? "inline" : "attachment");
        disposition.SetHttpFileName(row.Name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        Guard(http);
        return TypedResults.Stream(files.Open(stored), format.ContentType, null, new DateTimeOffset(version.CreatedAt), new EntityTagHeaderValue($"\"{stored.Sha256}\""), enableRangeProcessing: true);
    }

    /// <param name="id">The file.</param>
    /// <param name="no">The version, from 1; left out: the current one.</param>
    /// <param name="size">Small fits 256 pixels, Large 1,600.</param>
    static async Task<IResult> Preview(
        Guid id, Caller caller, Database database, RecordKinds kinds, PreviewMaker previews, HttpContext http, CancellationToken ct, int? no = null, PreviewSize size = PreviewSize.Small)
    {
        if (!Enum.IsDefined(size)) return Refusal.Field("size", "request/bad-value", $"One of {string.Join(", ", Enum.GetNames<PreviewSize>())}.").ToProblem();
        var found = await Find(id, no, caller, database, kinds, ct);
        if (found.Refused(out var refusal)) return refusal.ToProblem();
        var stored = found.Value.Stored;
        var made = await previews.Get(stored, size, ct);
        if (made.Refused(out refusal)) return refusal.ToProblem();
        Guard(http);
        return TypedResults.Bytes(made.Value, "image/webp", null, enableRangeProcessing: false, null, new EntityTagHeaderValue($"\"{stored.Sha256}-{size}\""));
    }

    static void Guard(HttpContext http)
    {
        // Kept by the browser of whoever may see it, and asked for again each time: rights may have gone.
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    static async Task<Outcome<(RecordFile Row, RecordFileVersion Version, StoredFile Stored)>> Find(
        Guid id, int? no, Caller caller, Database database, RecordKinds kinds, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var found = await FileAccess.Find(db, caller, kinds, id, ct);
        if (found.Refused(out var refusal)) return refusal;
        var row = found.Value;
        if (row.ErasedAt is not null) return FileAccess.Erased();
        var wanted = no ?? row.CurrentNo;
        if (await db.Set<RecordFileVersion>().AsNoTracking().SingleOrDefaultAsync(one => one.FileId == id && one.No == wanted, ct) is not { } version) return FileVersions.NoVersion();
        return (row, version, await db.Set<StoredFile>().AsNoTracking().SingleAsync(one => one.Id == version.ContentId, ct));
    }
}

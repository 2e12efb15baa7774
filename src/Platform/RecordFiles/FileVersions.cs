using System.Globalization;
using Crm.Platform.Data;
using Crm.Platform.Files;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.RecordFiles;

/// <summary>New content under the same file; every former one stays readable and can be brought back as a new version.</summary>
static class FileVersions
{
    public const int Most = 200;

    static readonly ListSpec<RecordFileVersion> Spec = new ListSpec<RecordFileVersion>()
        .Filter("no", row => row.No)
        .Filter("createdBy", row => row.CreatedBy)
        .Filter("createdAt", row => row.CreatedAt)
        .Sort("no", row => row.No, descending: true);

    public static void Map(RouteGroupBuilder files)
    {
        files.MapGet("/files/{id:guid}/versions", List).WithName("ListFileVersions").WithSummary("The versions of a file, newest first.")
            .Lists(Spec).Answers<Page<RecordFileVersionView>>().Refuses(RefusalKind.NotFound);
        files.MapPost("/files/{id:guid}/versions", AddVersion).WithName("AddFileVersion")
            .WithSummary("Gives a file new content of the same format; the former stays readable.")
            .Idempotent().Accepts<IFormFile>("application/octet-stream", "multipart/form-data", "*/*").Answers<RecordFileView>(StatusCodes.Status201Created)
            .Refuses(RefusalKind.NotFound, RefusalKind.Conflict, RefusalKind.TooLarge, RefusalKind.Unsupported, RefusalKind.Unprocessable)
            .WithMetadata(new RequestSizeLimitAttribute(FileUpload.MaxBytes + 1024 * 1024));
        files.MapPost("/files/{id:guid}/versions/{no}/restore", Restore).WithName("RestoreFileVersion")
            .WithSummary("Brings a former version back, as a new one.")
            .RequireIfMatch().Answers<RecordFileView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict, RefusalKind.Unprocessable);
    }

    /// <summary>Adds the version and makes it the current one.</summary>
    public static void Add(CrmDb db, RecordFile row, StoredFile content, int no, string? comment, int? restoredFrom, Guid by, DateTime now)
    {
        db.Add(new RecordFileVersion
        {
            Id = Guid.CreateVersion7(now),
            FileId = row.Id,
            No = no,
            ContentId = content.Id,
            Format = content.Format,
            Length = content.Length,
            Sha256 = content.Sha256,
            Comment = comment,
            RestoredFrom = restoredFrom,
            CreatedBy = by,
            CreatedAt = now,
        });
        row.Kind = FileFormats.KindOf(FileFormats.Of(content.Format), row.Name);
        (row.Format, row.Length, row.Sha256, row.ContentId) = (content.Format, content.Length, content.Sha256, content.Id);
        (row.CurrentNo, row.ContentAt, row.ContentBy) = (no, now, by);
    }

    static async Task<IResult> List(Guid id, ListQuery query, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        if ((await FileAccess.Find(db, caller, kinds, id, ct)).Refused(out var refusal)) return refusal.ToProblem();
        return (await Spec.Page(db.Set<RecordFileVersion>().AsNoTracking().Where(row => row.FileId == id), query, RecordFileVersionView.Of, ct)).ToOk(http);
    }

    /// <param name="id">The file.</param>
    /// <param name="comment">What is new in it; at most 500 characters.</param>
    static async Task<IResult> AddVersion(
        Guid id, string? comment, HttpContext http, Command command, Database database, RecordKinds kinds, IFileStore files, CancellationToken ct)
    {
        var caller = command.Caller;
        if (new FieldErrors().Optional("comment", comment, RecordFilesModel.CommentLength, lines: true).ToRefusal("files/invalid") is { } invalid) return invalid.ToProblem();
        string name;
        await using (var db = database.Read(caller.TenantId))
        {
            var found = await FileAccess.FindToEdit(db, caller, kinds, id, ct);
            if (found.Refused(out var no)) return no.ToProblem();
            if (found.Value.ArchivedAt is not null) return Archived().ToProblem();
            name = found.Value.Name;
        }
        var limits = await FileLimits.Ensure(database, caller.TenantId, ct);
        var received = await ReceivedContent.Receive(http, command, files, limits, name, ct);
        if (received.Refused(out var refusal)) return refusal.ToProblem();
        var sent = received.Value;

        var held = Guid.Empty;
        var outcome = await database.Write<RecordFileView>(ReceivedContent.Writes(command, "AddFileVersion", sent, id.ToString(), comment), async (db, token) =>
        {
            var found = await FileAccess.FindToEdit(db, caller, kinds, id, token);
            if (found.Refused(out var no)) return no;
            var row = found.Value;
            if (row.ArchivedAt is not null) return Archived();
            if (row.CurrentNo >= Most) return TooMany();
            if (row.Sha256 == sent.Sha256 && row.Length == sent.Length)
                return Refusal.Conflict("files/same-content", "The current version has the same content.");
            var taken = await ReceivedContent.Take(db, files, sent, token);
            if (taken.Refused(out no)) return no;
            held = taken.Value.Id;
            Add(db, row, taken.Value, row.CurrentNo + 1, comment, null, caller.MemberId, db.UtcNow());
            await db.SaveChangesAsync(token);
            return FileAccess.View(row, caller, kinds);
        }, ct);
        if (outcome.IsRefused || held != sent.Id) await files.Remove(caller.TenantId, sent.Id, CancellationToken.None);
        if (outcome.IsRefused) return outcome.Refusal.ToProblem();
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{outcome.Value.Version}\"");
        return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"{http.Request.Path}?no={outcome.Value.CurrentNo}"), outcome.Value);
    }

    static async Task<IResult> Restore(
        Guid id, int no, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, IFileStore files, HttpContext http, CancellationToken ct) =>
        (await database.Write<RecordFileView>(caller.Writes(), async (db, token) =>
        {
            var found = await FileAccess.FindToEdit(db, caller, kinds, id, token);
            if (found.Refused(out var refusal)) return refusal;
            var row = found.Value;
            if (version.Check(row.Version) is { } stale) return stale;
            if (row.ArchivedAt is not null) return Archived();
            if (await db.Set<RecordFileVersion>().AsNoTracking().SingleOrDefaultAsync(old => old.FileId == id && old.No == no, token) is not { } former) return NoVersion();
            if (no == row.CurrentNo) return Refusal.Conflict("files/current-version", "This version is the current one.");
            if (row.CurrentNo >= Most) return TooMany();
            // Its former use stays: the content is held twice and paid for once.
            var content = await files.Use(db, await db.Set<StoredFile>().AsNoTracking().SingleAsync(held => held.Id == former.ContentId, token), token);
            Add(db, row, content, row.CurrentNo + 1, null, no, caller.MemberId, db.UtcNow());
            await db.SaveChangesAsync(token);
            return FileAccess.View(row, caller, kinds);
        }, ct)).ToOk(http);

    public static Refusal NoVersion() => Refusal.NotFound("files/no-such-version", "The file has no such version.");

    public static Refusal Archived() => Refusal.Conflict("files/archived", "The file is archived. Bring it back first.");

    static Refusal TooMany() => Refusal.Unprocessable("files/too-many-versions", $"A file has at most {Most} versions. Put the next one on the record as a file of its own.");
}

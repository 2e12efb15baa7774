using Crm.Platform.Data;
using Crm.Platform.Files;
using Crm.Platform.Http;
using Crm.Platform.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Crm.Platform.RecordFiles;

/// <summary>Puts a file on a record. Rights and limits are asked before the body is read, and again in the transaction that keeps it.</summary>
static class UploadFile
{
    public static void Map(RouteGroupBuilder files) =>
        files.MapPost("/files", Handle).WithName(nameof(UploadFile))
            .WithSummary("Puts a file on a record that the caller may edit: as the body, or as the part 'file' of a form. 100 MB or less, as the tenant allows.")
            .Idempotent().Accepts<IFormFile>("application/octet-stream", "multipart/form-data", "*/*").Answers<RecordFileView>(StatusCodes.Status201Created)
            .Refuses(RefusalKind.NotFound, RefusalKind.TooLarge, RefusalKind.Unsupported, RefusalKind.Unprocessable)
            .WithMetadata(new RequestSizeLimitAttribute(FileUpload.MaxBytes + 1024 * 1024));

    /// <param name="recordKind">Opportunity, Customer, Contact, Task or another kind of record.</param>
    /// <param name="recordId">The record.</param>
    /// <param name="fileName">What the file is called; folders are left out. A form may say it in the part itself.</param>
    /// <param name="description">At most 1,000 characters.</param>
    static async Task<IResult> Handle(
        string recordKind, Guid recordId, string? fileName, string? description, HttpContext http, Command command, Database database, RecordKinds kinds, IFileStore files, CancellationToken ct)
    {
        var caller = command.Caller;
        if (new FieldErrors().Optional("description", description, RecordFilesModel.DescriptionLength, lines: true).ToRefusal("files/invalid") is { } invalid) return invalid.ToProblem();
        if (fileName is not null && FileNames.Clean(fileName).Refused(out var badName)) return badName.ToProblem();
        await using (var db = database.Read(caller.TenantId))
            if ((await kinds.FindToEdit(db, caller, recordKind, recordId, ct)).Refused(out var no)) return no.ToProblem();
        var limits = await FileLimits.Ensure(database, caller.TenantId, ct);
        var received = await ReceivedContent.Receive(http, command, files, limits, null, ct);
        if (received.Refused(out var refusal)) return refusal.ToProblem();
        var sent = received.Value;

        var held = Guid.Empty;
        var writes = ReceivedContent.Writes(command, nameof(UploadFile), sent, recordKind, recordId.ToString(), sent.Name, description);
        var outcome = await database.Write<RecordFileView>(writes, async (db, token) =>
        {
            var record = await kinds.FindToEdit(db, caller, recordKind, recordId, token);
            if (record.Refused(out var no)) return no;
            var taken = await ReceivedContent.Take(db, files, sent, token);
            if (taken.Refused(out no)) return no;
            held = taken.Value.Id;
            var now = db.UtcNow();
            var row = new RecordFile
            {
                Id = Guid.CreateVersion7(now),
                Name = sent.Name,
                Description = description,
                RecordKind = record.Value.Kind,
                RecordId = record.Value.Id,
                Format = "",
                Sha256 = "",
            };
            FileVersions.Add(db, row, taken.Value, 1, null, null, caller.MemberId, now);
            db.Add(row);
            await db.SaveChangesAsync(token);
            return RecordFileView.Of(row, editable: true);
        }, ct);
        // Refused, answered by an earlier call with the same key, or the tenant had the same bytes already.
        if (outcome.IsRefused || held != sent.Id) await files.Remove(caller.TenantId, sent.Id, CancellationToken.None);
        return outcome.ToCreated(http);
    }
}

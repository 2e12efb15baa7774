using Crm.Platform.Data;
using Crm.Platform.Files;
using Crm.Platform.Http;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Platform.RecordFiles;

/// <summary>Renames, describes, archives and restores a file.</summary>
static class EditFile
{
    internal sealed record RecordFileEdit
    {
        /// <summary>At most 200 characters; its ending goes with its content.</summary>
        public required string Name { get; init; }

        /// <summary>At most 1,000 characters.</summary>
        public string? Description { get; init; }
    }

    public static void Map(RouteGroupBuilder files)
    {
        files.MapPatch("/files/{id:guid}", Update).WithName("UpdateFile").WithSummary("Renames or describes a file.")
            .RequireIfMatch().Answers<RecordFileView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        files.MapDelete("/files/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct) =>
                Archive(id, true, version, caller, database, kinds, http, ct))
            .WithName("ArchiveFile").WithSummary("Archives a file; its versions stay readable.")
            .RequireIfMatch().Answers<RecordFileView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        files.MapPost("/files/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct) =>
                Archive(id, false, version, caller, database, kinds, http, ct))
            .WithName("RestoreFile").WithSummary("Brings an archived file back.")
            .RequireIfMatch().Answers<RecordFileView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
    }

    static async Task<IResult> Update(
        Guid id, MergePatch<RecordFileEdit> patch, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct) =>
        (await database.Write<RecordFileView>(caller.Writes(), async (db, token) =>
        {
            var found = await FileAccess.FindToEdit(db, caller, kinds, id, token);
            if (found.Refused(out var refusal)) return refusal;
            var row = found.Value;
            if (version.Check(row.Version) is { } stale) return stale;
            if (row.ArchivedAt is not null) return FileVersions.Archived();
            var patched = patch.ApplyTo(new RecordFileEdit { Name = row.Name, Description = row.Description });
            if (patched.Refused(out refusal)) return refusal;
            var edit = patched.Value;
            var format = FileFormats.Of(row.Format);
            var wrong = FileNames.WhyNot(edit.Name) ?? FileFormats.WhyNot(format, edit.Name)
                ?? (FileFormats.KindOf(format, edit.Name) == FileKind.Program && row.Kind != FileKind.Program ? "The ending is that of a program." : null);
            var errors = new FieldErrors().When(wrong is not null, "name", wrong ?? "").Optional("description", edit.Description, RecordFilesModel.DescriptionLength, lines: true);
            if (errors.ToRefusal("files/invalid") is { } invalid) return invalid;
            row.Name = FileNames.Clean(edit.Name).Value;
            row.Description = string.IsNullOrWhiteSpace(edit.Description) ? null : edit.Description;
            row.Kind = FileFormats.KindOf(format, row.Name);
            await db.SaveChangesAsync(token);
            return FileAccess.View(row, caller, kinds);
        }, ct)).ToOk(http);

    static async Task<IResult> Archive(
        Guid id, bool archive, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct) =>
        (await database.Write<RecordFileView>(caller.Writes(), async (db, token) =>
        {
            var found = await FileAccess.FindToEdit(db, caller, kinds, id, token);
            if (found.Refused(out var refusal)) return refusal;
            var row = found.Value;
            if (version.Check(row.Version) is { } stale) return stale;
            if (archive != row.ArchivedAt is not null) row.ArchivedAt = archive ? db.UtcNow() : null;
            await db.SaveChangesAsync(token);
            return FileAccess.View(row, caller, kinds);
        }, ct)).ToOk(http);
}

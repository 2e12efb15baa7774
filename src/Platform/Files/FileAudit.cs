using Crm.Platform.Data;
using Crm.Platform.Security;

namespace Crm.Platform.Files;

/// <summary>A file enters the audit when something keeps it: one that came with a refused request is removed and was never there.</summary>
static class FileAudit
{
    // Without its name, which may be a person's.
    public static void NoteKept(this CrmDb db, StoredFile file) => db.Note("File", file.Id, "Created", new { file.ContentType, file.Length });

    /// <summary>In a write of its own, where nothing else is written.</summary>
    public static Task NoteKept(this Database database, Caller caller, StoredFile file, CancellationToken ct) =>
        database.Write<Nothing>(caller.Writes(), (db, _) =>
        {
            db.NoteKept(file);
            return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
        }, ct);
}

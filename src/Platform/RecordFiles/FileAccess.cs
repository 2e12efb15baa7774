using Crm.Platform.Data;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.RecordFiles;

/// <summary>The rights of the owning record, asked again at every call.</summary>
static class FileAccess
{
    /// <summary>The file when the caller sees its record; as if there were none otherwise.</summary>
    public static async Task<Outcome<RecordFile>> Find(CrmDb db, Caller caller, RecordKinds kinds, Guid id, CancellationToken ct)
    {
        if (await db.Set<RecordFile>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row) return RecordFileView.NotFound;
        return (await kinds.Find(db, caller, row.RecordKind, row.RecordId, ct)).IsRefused ? RecordFileView.NotFound : row;
    }

    /// <summary>The file when the caller may edit its record.</summary>
    public static async Task<Outcome<RecordFile>> FindToEdit(CrmDb db, Caller caller, RecordKinds kinds, Guid id, CancellationToken ct)
    {
        if (await db.Set<RecordFile>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row) return RecordFileView.NotFound;
        var record = await kinds.FindToEdit(db, caller, row.RecordKind, row.RecordId, ct);
        if (record.Refused(out var refusal)) return refusal.Kind == RefusalKind.NotFound ? RecordFileView.NotFound : refusal;
        return row.ErasedAt is null ? row : Erased();
    }

    public static RecordFileView View(RecordFile row, Caller caller, RecordKinds kinds) => RecordFileView.Of(row, kinds.MayEdit(caller, row.RecordKind));

    public static Refusal Erased() => Refusal.Conflict("files/erased", "The content of this file was erased for good.");
}

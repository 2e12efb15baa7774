using Crm.Activities.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>Tasks under the rule of <see cref="WorkAccess"/>: a part in one has whoever is to do it.</summary>
internal static class TaskAccess
{
    internal static IQueryable<WorkTask> Own(CrmDb db, Caller caller) => WorkAccess.Own(db.Set<WorkTask>(), caller,
        db.Set<AssignmentRow>().Where(part => part.MemberId == caller.MemberId).Select(part => part.TaskId));

    /// <summary>The task when the caller sees it, with its parts tracked.</summary>
    internal static async Task<(WorkTask Row, List<AssignmentRow> Parts)?> Find(CrmDb db, Caller caller, RecordKinds kinds, Guid id, CancellationToken ct) =>
        await WorkAccess.Find(db, Own(db, caller), caller, kinds, id, ct) is { } row
            ? (row, await db.Set<AssignmentRow>().AsTracking().Where(part => part.TaskId == id).ToListAsync(ct))
            : null;

    internal static Refusal NotYours => Refusal.Forbidden("tasks/not-yours", "Only who answers for the task, or a superior, changes it.");

    internal static async Task<IReadOnlyList<WorkTaskView>> View(CrmDb db, Caller caller, RecordKinds kinds, IReadOnlyList<WorkTask> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var parts = (await db.Set<AssignmentRow>().AsNoTracking().Where(part => ids.Contains(part.TaskId)).ToListAsync(ct)).ToLookup(part => part.TaskId);
        var names = await kinds.Find(db, caller, rows.Where(row => row.RecordKind is not null).Select(row => (row.RecordKind!, row.RecordId!.Value)), ct);
        return [.. rows.Select(row => WorkTaskView.Of(row, parts[row.Id],
            row.RecordKind is null ? null : names.GetValueOrDefault((row.RecordKind, row.RecordId!.Value))?.Name))];
    }
}

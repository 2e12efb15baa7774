using Crm.Activities.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>Who sees a task: whoever is to do it or answers for it, whose scope reaches the one who answers, and everybody who sees its record.</summary>
internal static class TaskAccess
{
    internal static IQueryable<WorkTask> Own(CrmDb db, Caller caller)
    {
        var rule = caller.ScopeOf(Resource.Activities);
        var rows = db.Set<WorkTask>();
        if (rule.All) return rows;
        var me = caller.MemberId;
        var departments = rule.Departments.ToArray();
        return rows.Where(row => row.OwnerId == me || departments.Contains(row.DepartmentId)
            || db.Set<AssignmentRow>().Any(part => part.MemberId == me && part.TaskId == row.Id));
    }

    /// <summary>The task when the caller sees it, with its parts tracked.</summary>
    internal static async Task<(WorkTask Row, List<AssignmentRow> Parts)?> Find(CrmDb db, Caller caller, RecordKinds kinds, Guid id, CancellationToken ct)
    {
        var row = await Own(db, caller).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (row is null)
        {
            row = await db.Set<WorkTask>().SingleOrDefaultAsync(row => row.Id == id, ct);
            if (row?.RecordKind is null || (await kinds.Find(db, caller, row.RecordKind, row.RecordId!.Value, ct)).IsRefused) return null;
        }
        return (row, await db.Set<AssignmentRow>().AsTracking().Where(part => part.TaskId == id).ToListAsync(ct));
    }

    /// <summary>Who answers for a task: its owner, and whose scope reaches the owner.</summary>
    internal static bool Answers(Caller caller, WorkTask row) =>
        row.OwnerId == caller.MemberId || caller.ScopeOf(Resource.Activities).Sees(row.OwnerId, row.DepartmentId);

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

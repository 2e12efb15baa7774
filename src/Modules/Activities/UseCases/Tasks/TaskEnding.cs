using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Activities.Notifying;
using Crm.Contracts.Activities;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>What every way to the end of a task, and back, has in common.</summary>
internal static class TaskEnding
{
    internal static IReadOnlyCollection<Assignment> Parts(IEnumerable<AssignmentRow> rows) => [.. rows.Select(row => new Assignment(row.MemberId, row.DoneAt))];

    internal static void Write(IReadOnlyCollection<Assignment> parts, IReadOnlyCollection<AssignmentRow> rows)
    {
        foreach (var part in parts) rows.Single(row => row.MemberId == part.MemberId).DoneAt = part.DoneAt;
    }

    internal static void End(WorkTask row, TaskState state, Guid memberId, DateTime nowUtc)
    {
        row.State = state;
        row.EndedAt = nowUtc;
        row.EndedBy = memberId;
        row.TimelineAt = nowUtc;
    }

    /// <summary>
    /// Once the end is saved: what was still to be told is taken back, and whom it concerns hears of it. Not before, so that of two who
    /// end it at once the second finds the version moved and not the notice told.
    /// </summary>
    internal static async Task TellEnd(
        CrmDb db, WorkTask row, IEnumerable<AssignmentRow> parts, Guid memberId, INotifications notifications, CancellationToken ct)
    {
        await notifications.Withdraw(db, TaskNotices.RecordKind, row.Id, null, ct);
        await notifications.Intend(db, TaskNotices.Ended(row, parts.Where(part => part.DoneAt is null).Select(part => part.MemberId), memberId), ct);
    }

    internal static void Reopen(WorkTask row)
    {
        row.State = TaskState.Open;
        row.EndedAt = null;
        row.EndedBy = null;
        row.TimelineAt = row.CreatedAt;
    }

    /// <summary>Decides, saves and tells. A refusal has touched nothing.</summary>
    internal static async Task<Refusal?> Change(CrmDb db, WorkTask row, List<AssignmentRow> parts, TaskChange change, CancellationToken ct)
    {
        var changed = change(db, row, parts);
        if (changed.Refused(out var refusal)) return refusal;
        Touch(db, row);
        await db.SaveChangesAsync(ct);
        await changed.Value(db, ct);
        return null;
    }

    /// <summary>A change of somebody's part is a change of the task: its version rises, so that two who finish at once do not miss each other.</summary>
    internal static void Touch(CrmDb db, WorkTask row) => db.Entry(row).State = EntityState.Modified;
}

using Crm.Activities.Data;
using Crm.Activities.Notifying;
using Crm.Activities.UseCases.Tasks;
using Crm.Contracts.Activities;
using Crm.Contracts.Customers;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Handover;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.Handover;

/// <summary>A member's unfinished parts in open tasks. The heir is told; whoever has a part already keeps the one.</summary>
internal sealed class AssignmentsHandover(Database database, ICustomerDirectory customers, INotifications notifications) : IHandoverPart
{
    public string Name => "Assignments";

    public int Rank => 50;

    public Permission Reads => Permission.ReadActivities;

    public Task<long> Count(CrmDb db, Guid memberId, CancellationToken ct) => Asked(db, memberId).LongCountAsync(ct);

    public Task<IReadOnlyList<HandoverItem>> Items(CrmDb db, Guid memberId, Guid? after, int limit, CancellationToken ct) =>
        OpenTasks.Named(db, customers, Asked(db, memberId), after, limit, ct);

    public async Task<IReadOnlyList<Guid>> Held(CrmDb db, Guid memberId, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Asked(db, memberId).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct);

    public Task<IReadOnlyList<Outcome<Nothing>>> Move(HandoverBatch batch, CancellationToken ct) =>
        OpenTasks.Move(database, batch, async (db, row, parts, heir, inner) =>
        {
            // Nothing left to give: done before a restart, or finished since.
            if (parts.SingleOrDefault(part => part.MemberId == batch.FromId && part.DoneAt is null) is not { } part) return Nothing.Value;
            db.Remove(part);
            if (parts.All(other => other.MemberId != heir))
            {
                db.Add(new AssignmentRow { TaskId = row.Id, MemberId = heir });
                await notifications.Intend(db, TaskNotices.Assigned(row, [heir], batch.ActorId), inner);
            }
            TaskEnding.Touch(db, row);
            await notifications.Withdraw(db, TaskNotices.RecordKind, row.Id, [batch.FromId], inner);
            return Nothing.Value;
        }, ct);

    static IQueryable<WorkTask> Asked(CrmDb db, Guid memberId) => OpenTasks.Of(db)
        .Where(row => db.Set<AssignmentRow>().Any(part => part.MemberId == memberId && part.TaskId == row.Id && part.DoneAt == null));
}

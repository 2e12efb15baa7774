using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Contracts.Customers;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Handover;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.Handover;

/// <summary>What both parts of a handover that concern tasks have in common.</summary>
internal static class OpenTasks
{
    internal static IQueryable<WorkTask> Of(CrmDb db) => db.Set<WorkTask>().Where(row => row.State == TaskState.Open && row.ArchivedAt == null);

    internal static async Task<IReadOnlyList<HandoverItem>> Named(
        CrmDb db, ICustomerDirectory customers, IQueryable<WorkTask> rows, Guid? after, int limit, CancellationToken ct)
    {
        if (after is { } last) rows = rows.Where(row => row.Id > last);
        var page = await rows.AsNoTracking().OrderBy(row => row.Id).Take(limit).Select(row => new { row.Id, row.Title, row.CustomerId }).ToListAsync(ct);
        var owners = await customers.FindMany(db, [.. page.Where(row => row.CustomerId is not null).Select(row => row.CustomerId!.Value).Distinct()], ct);
        return [.. page.Select(row => new HandoverItem(row.Id, row.Title, row.CustomerId is { } customer ? owners.GetValueOrDefault(customer)?.OwnerId : null))];
    }

    /// <summary>Moves the batch's tasks in one unit of work, each by <paramref name="give"/>.</summary>
    internal static async Task<IReadOnlyList<Outcome<Nothing>>> Move(
        Database database, HandoverBatch batch, Func<CrmDb, WorkTask, List<AssignmentRow>, Guid, CancellationToken, Task<Outcome<Nothing>>> give, CancellationToken ct)
    {
        var ids = batch.Moves.Select(move => move.Id).ToArray();
        var outcome = await database.Write<IReadOnlyList<Outcome<Nothing>>>(new WriteContext(batch.TenantId, batch.ActorId), async (db, inner) =>
        {
            var rows = await db.Set<WorkTask>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, inner);
            var parts = (await db.Set<AssignmentRow>().AsTracking().Where(part => ids.Contains(part.TaskId)).ToListAsync(inner)).ToLookup(part => part.TaskId);
            var answers = new List<Outcome<Nothing>>(batch.Moves.Count);
            foreach (var move in batch.Moves)
            {
                answers.Add(rows.GetValueOrDefault(move.Id) is { State: TaskState.Open, ArchivedAt: null } row
                    ? await give(db, row, [.. parts[move.Id]], move.HeirId, inner)
                    : Refusal.Conflict("tasks/not-open", "The task has ended by now."));
            }
            await db.SaveChangesAsync(inner);
            return Outcome<IReadOnlyList<Outcome<Nothing>>>.Of(answers);
        }, ct);
        return outcome.Refused(out var refusal) ? [.. batch.Moves.Select(_ => (Outcome<Nothing>)refusal)] : outcome.Value;
    }
}

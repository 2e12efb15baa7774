using Crm.Activities.Data;
using Crm.Contracts.Customers;
using Crm.Contracts.Organization;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Handover;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.Handover;

/// <summary>The open tasks that a member answers for, whoever is to do them.</summary>
internal sealed class TasksHandover(Database database, ICustomerDirectory customers, IOrganizationDirectory organization) : IHandoverPart
{
    public string Name => "Tasks";

    public int Rank => 40;

    public Permission Reads => Permission.ReadActivities;

    public Task<long> Count(CrmDb db, Guid memberId, CancellationToken ct) => Owned(db, memberId).LongCountAsync(ct);

    public Task<IReadOnlyList<HandoverItem>> Items(CrmDb db, Guid memberId, Guid? after, int limit, CancellationToken ct) =>
        OpenTasks.Named(db, customers, Owned(db, memberId), after, limit, ct);

    public async Task<IReadOnlyList<Guid>> Held(CrmDb db, Guid memberId, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Owned(db, memberId).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<Outcome<Nothing>>> Move(HandoverBatch batch, CancellationToken ct)
    {
        var heirs = await organization.Members(batch.TenantId, [.. batch.Moves.Select(move => move.HeirId).Distinct()], ct);
        return await OpenTasks.Move(database, batch, (_, row, _, heir, _) => Task.FromResult(Give(row, batch.FromId, heirs[heir])), ct);
    }

    static Outcome<Nothing> Give(WorkTask row, Guid fromId, MemberRef heir)
    {
        if (row.OwnerId == heir.Id) return Nothing.Value;
        if (row.OwnerId != fromId) return Refusal.Conflict("tasks/owner-changed", "Somebody else answers for it by now.");
        row.OwnerId = heir.Id;
        row.DepartmentId = heir.DepartmentId;
        return Nothing.Value;
    }

    static IQueryable<WorkTask> Owned(CrmDb db, Guid memberId) => OpenTasks.Of(db).Where(row => row.OwnerId == memberId);
}

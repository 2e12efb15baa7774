using Crm.Contracts.Customers;
using Crm.Contracts.Organization;
using Crm.Customers.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Handover;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Handover;

/// <summary>The customers that a member owns; their contacts go with them. They count for the heir's department from then on.</summary>
internal sealed class CustomersHandover(Database database, IOrganizationDirectory organization) : IHandoverPart
{
    public string Name => "Customers";

    public int Rank => 10;

    public Permission Reads => Permission.ReadCustomers;

    public Task<long> Count(CrmDb db, Guid memberId, CancellationToken ct) => Owned(db, memberId).LongCountAsync(ct);

    public async Task<IReadOnlyList<HandoverItem>> Items(CrmDb db, Guid memberId, Guid? after, int limit, CancellationToken ct)
    {
        var rows = Owned(db, memberId).AsNoTracking();
        if (after is { } last) rows = rows.Where(row => row.Id > last);
        return await rows.OrderBy(row => row.Id).Take(limit).Select(row => new HandoverItem(row.Id, row.Name, null)).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<Guid>> Held(CrmDb db, Guid memberId, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Owned(db, memberId).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<Outcome<Nothing>>> Move(HandoverBatch batch, CancellationToken ct)
    {
        var heirs = await organization.Members(batch.TenantId, [.. batch.Moves.Select(move => move.HeirId).Distinct()], ct);
        var ids = batch.Moves.Select(move => move.Id).ToArray();
        var outcome = await database.Write<IReadOnlyList<Outcome<Nothing>>>(new WriteContext(batch.TenantId, batch.ActorId), async (db, inner) =>
        {
            var rows = await db.Set<Customer>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, inner);
            var answers = new List<Outcome<Nothing>>(batch.Moves.Count);
            foreach (var move in batch.Moves) answers.Add(Give(db, rows.GetValueOrDefault(move.Id), batch.FromId, heirs[move.HeirId]));
            await db.SaveChangesAsync(inner);
            return Outcome<IReadOnlyList<Outcome<Nothing>>>.Of(answers);
        }, ct);
        return outcome.Refused(out var refusal) ? [.. batch.Moves.Select(_ => (Outcome<Nothing>)refusal)] : outcome.Value;
    }

    static Outcome<Nothing> Give(CrmDb db, Customer? row, Guid fromId, MemberRef heir)
    {
        if (row is null) return Refusal.NotFound("customers/not-found", "There is no such customer.");
        if (row.OwnerId == heir.Id) return Nothing.Value;
        if (row.OwnerId != fromId) return Refusal.Conflict("customers/owner-changed", "It belongs to somebody else by now.");
        db.Publish(new CustomerOwnerChanged(row.Id, row.OwnerId, heir.Id, row.DepartmentId, heir.DepartmentId, db.UtcNow()));
        row.OwnerId = heir.Id;
        row.DepartmentId = heir.DepartmentId;
        return Nothing.Value;
    }

    // An archived customer may come back, and then belongs to somebody who is there.
    static IQueryable<Customer> Owned(CrmDb db, Guid memberId) => db.Set<Customer>().Where(row => row.OwnerId == memberId);
}

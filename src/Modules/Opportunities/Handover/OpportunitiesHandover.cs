using Crm.Contracts.Customers;
using Crm.Contracts.Opportunities;
using Crm.Contracts.Organization;
using Crm.Opportunities.Domain;
using Crm.Opportunities.Grains;
using Crm.Opportunities.UseCases;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Handover;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Handover;

/// <summary>The open opportunities that a member owns, those on hold included. They count for the heir's department from then on.</summary>
internal sealed class OpportunitiesHandover(Database database, OpportunityCommands commands, ICustomerDirectory customers, IOrganizationDirectory organization)
    : IHandoverPart
{
    public string Name => "Opportunities";

    public int Rank => 20;

    public Permission Reads => Permission.ReadOpportunities;

    public Task<long> Count(CrmDb db, Guid memberId, CancellationToken ct) => Owned(db, memberId).LongCountAsync(ct);

    public async Task<IReadOnlyList<HandoverItem>> Items(CrmDb db, Guid memberId, Guid? after, int limit, CancellationToken ct) =>
        await Named(db, customers, Owned(db, memberId), after, limit, ct);

    public async Task<IReadOnlyList<Guid>> Held(CrmDb db, Guid memberId, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Owned(db, memberId).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<Outcome<Nothing>>> Move(HandoverBatch batch, CancellationToken ct)
    {
        var ids = batch.Moves.Select(move => move.Id).ToArray();
        await using var db = database.Read(batch.TenantId);
        var owners = await db.Set<Opportunity>().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.OwnerId }).ToDictionaryAsync(row => row.Id, row => row.OwnerId, ct);
        var heirs = await organization.Members(batch.TenantId, [.. batch.Moves.Select(move => move.HeirId).Distinct()], ct);
        return await commands.Each(batch.TenantId, batch.Moves, move =>
            owners.GetValueOrDefault(move.Id) == move.HeirId
                ? null
                : new OpportunityCommand
                {
                    Action = OpportunityAction.HandOver,
                    MemberId = batch.ActorId,
                    Scope = ScopeRule.Everything,
                    FromId = batch.FromId,
                    ToId = move.HeirId,
                    ToDepartmentId = heirs[move.HeirId].DepartmentId,
                    Reason = batch.Reason,
                }, move => move.Id, ct);
    }

    /// <summary>The page with the present owner of each customer.</summary>
    internal static async Task<IReadOnlyList<HandoverItem>> Named(
        CrmDb db, ICustomerDirectory customers, IQueryable<Opportunity> rows, Guid? after, int limit, CancellationToken ct)
    {
        if (after is { } last) rows = rows.Where(row => row.Id > last);
        var page = await rows.OrderBy(row => row.Id).Take(limit).Select(row => new { row.Id, row.Name, row.CustomerId }).ToListAsync(ct);
        var owners = await customers.FindMany(db, [.. page.Select(row => row.CustomerId).Distinct()], ct);
        return [.. page.Select(row => new HandoverItem(row.Id, row.Name, owners.GetValueOrDefault(row.CustomerId)?.OwnerId))];
    }

    internal static IQueryable<Opportunity> Live(CrmDb db) => db.Set<Opportunity>().AsNoTracking()
        .Where(row => row.ArchivedAt == null && (row.Status == OpportunityStatus.Open || row.Status == OpportunityStatus.OnHold));

    static IQueryable<Opportunity> Owned(CrmDb db, Guid memberId) => Live(db).Where(row => row.OwnerId == memberId);
}

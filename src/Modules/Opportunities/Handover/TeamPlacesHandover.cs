using Crm.Contracts.Customers;
using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Opportunities.Grains;
using Crm.Opportunities.UseCases;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Handover;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Handover;

/// <summary>A member's places in the teams of live opportunities that others own. The heir takes the role over.</summary>
internal sealed class TeamPlacesHandover(Database database, OpportunityCommands commands, ICustomerDirectory customers) : IHandoverPart
{
    public string Name => "OpportunityTeams";

    public int Rank => 30;

    public Permission Reads => Permission.ReadOpportunities;

    public Task<long> Count(CrmDb db, Guid memberId, CancellationToken ct) => Places(db, memberId).LongCountAsync(ct);

    public async Task<IReadOnlyList<HandoverItem>> Items(CrmDb db, Guid memberId, Guid? after, int limit, CancellationToken ct) =>
        await OpportunitiesHandover.Named(db, customers, Places(db, memberId), after, limit, ct);

    public async Task<IReadOnlyList<Guid>> Held(CrmDb db, Guid memberId, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Places(db, memberId).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<Outcome<Nothing>>> Move(HandoverBatch batch, CancellationToken ct)
    {
        var ids = batch.Moves.Select(move => move.Id).ToArray();
        await using var db = database.Read(batch.TenantId);
        var left = await db.Set<TeamRow>().Where(row => row.MemberId == batch.FromId && ids.Contains(row.OpportunityId)).Select(row => row.OpportunityId).ToListAsync(ct);
        return await commands.Each(batch.TenantId, batch.Moves, move =>
            !left.Contains(move.Id)
                ? null
                : new OpportunityCommand
                {
                    Action = OpportunityAction.Replace,
                    MemberId = batch.ActorId,
                    Scope = ScopeRule.Everything,
                    FromId = batch.FromId,
                    ToId = move.HeirId,
                    Reason = batch.Reason,
                }, move => move.Id, ct);
    }

    static IQueryable<Opportunity> Places(CrmDb db, Guid memberId) => OpportunitiesHandover.Live(db)
        .Where(row => row.OwnerId != memberId && db.Set<TeamRow>().Any(team => team.MemberId == memberId && team.OpportunityId == row.Id));
}

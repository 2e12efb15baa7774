using Crm.Opportunities.UseCases;
using Crm.Platform.Data;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Data;

/// <summary>Opportunities as records that others hang things on: seen within the scope and by the team.</summary>
internal sealed class OpportunityRecords : IRecordKind
{
    public string Name => "Opportunity";

    public Permission EditedWith => Permission.WorkOpportunities;

    public async Task<IReadOnlyList<RecordRef>> Find(CrmDb db, Caller caller, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (!caller.Has(Permission.ReadOpportunities)) return [];
        var wanted = ids.ToArray();
        return await ListOpportunities.Scoped(db, caller.ScopeOf(Resource.Opportunities)).Where(row => wanted.Contains(row.Id))
            .Select(row => new RecordRef("Opportunity", row.Id, row.Name, row.CustomerId, row.ArchivedAt != null)).ToListAsync(ct);
    }
}

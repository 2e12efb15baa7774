using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Data;

/// <summary>Reads one opportunity whole. Compiled once per host, because a compiled query belongs to one engine's model.</summary>
internal sealed class OpportunityRow
{
    readonly Func<CrmDb, Guid, Task<Opportunity?>> _find =
        EF.CompileAsyncQuery((CrmDb db, Guid id) => db.Set<Opportunity>().AsNoTracking().SingleOrDefault(row => row.Id == id));

    public Task<Opportunity?> Find(CrmDb db, Guid id) => _find(db, id);
}

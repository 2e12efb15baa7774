using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Data;

/// <summary>Reads one opportunity whole. Compiled once per host, because a compiled query belongs to one engine's model.</summary>
internal sealed class OpportunityRow
{
    readonly Func<CrmDb, Guid, Task<Opportunity?>> _find =
        EF.CompileAsyncQuery((CrmDb db, Guid id) => db.Set<Opportunity>().AsNoTracking().SingleOrDefault(row => row.Id == id));

    readonly Func<CrmDb, Guid, Task<int>> _version =
        EF.CompileAsyncQuery((CrmDb db, Guid id) => db.Set<Opportunity>().Where(row => row.Id == id).Select(row => row.Version).FirstOrDefault());

    /// <summary>The version it stands at; 0 when there is none.</summary>
    public Task<int> Version(CrmDb db, Guid id) => _version(db, id);

    public Task<Opportunity?> Find(CrmDb db, Guid id) => _find(db, id);
}

using Crm.Platform.Data;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Data;

/// <summary>Customers as records that others hang things on.</summary>
internal sealed class CustomerRecords : IRecordKind
{
    public string Name => "Customer";

    public Permission EditedWith => Permission.WriteCustomers;

    public async Task<IReadOnlyList<RecordRef>> Find(CrmDb db, Caller caller, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (!caller.Has(Permission.ReadCustomers)) return [];
        var wanted = ids.ToArray();
        return await db.Set<Customer>().AsNoTracking().InScope(caller.ScopeOf(Resource.Customers)).Where(row => wanted.Contains(row.Id))
            .Select(row => new RecordRef("Customer", row.Id, row.Name, row.Id, row.ArchivedAt != null)).ToListAsync(ct);
    }
}

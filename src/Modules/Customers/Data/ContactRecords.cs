using Crm.Platform.Data;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Data;

/// <summary>Contacts as records that others hang things on: seen by whoever sees their customer.</summary>
internal sealed class ContactRecords : IRecordKind
{
    public string Name => "Contact";

    public Permission EditedWith => Permission.WriteCustomers;

    public async Task<IReadOnlyList<RecordRef>> Find(CrmDb db, Caller caller, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (!caller.Has(Permission.ReadCustomers)) return [];
        var wanted = ids.ToArray();
        var customers = db.Set<Customer>().InScope(caller.ScopeOf(Resource.Customers));
        return await db.Set<Contact>().AsNoTracking().Where(row => wanted.Contains(row.Id) && customers.Any(customer => customer.Id == row.CustomerId))
            .Select(row => new RecordRef("Contact", row.Id, row.Name, row.CustomerId, row.ArchivedAt != null)).ToListAsync(ct);
    }
}

using System.Linq.Expressions;
using Crm.Platform.Data;
using Crm.Platform.Search;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Customers.Data;

/// <summary>Customers by their names, their credit code and the keys that outside systems give them.</summary>
internal sealed class CustomerSearch : SearchKind<Customer>
{
    public override string Name => "Customer";

    public override int Code => 1;

    public override Permission Requires => Permission.ReadCustomers;

    protected override IReadOnlyList<string> Members => [nameof(Customer.Name), nameof(Customer.ShortName), nameof(Customer.Uscc), nameof(Customer.ArchivedAt)];

    protected override Expression<Func<Customer, bool>> IsPresent => row => row.ArchivedAt == null;

    public override bool SeesAll(Caller caller) => caller.ScopeOf(Resource.Customers).All;

    protected override IQueryable<Customer> InSight(CrmDb db, Caller caller) => db.Set<Customer>().InScope(caller.ScopeOf(Resource.Customers));

    protected override IQueryable<SearchRecord> Shown(CrmDb db, IQueryable<Customer> rows) =>
        rows.Select(row => new SearchRecord(row.Id, row.Name, row.ShortName, row.Id, row.OwnerId, row.UpdatedAt));

    protected override SearchEntry Entry(Customer row) => Entry(row, []);

    protected override Guid? TouchedBy(EntityEntry row) => row.Entity is ExternalKeyRow key ? key.CustomerId : null;

    protected override async Task<IReadOnlyList<SearchEntry>> Entries(CrmDb db, IReadOnlyList<Customer> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var tenants = rows.Select(row => row.TenantId).Distinct().ToArray();
        var keys = (await db.Set<ExternalKeyRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).AsNoTracking()
            .Where(key => tenants.Contains(key.TenantId) && EF.Parameter(ids).Contains(key.CustomerId)).ToListAsync(ct)).ToLookup(key => key.CustomerId);
        return [.. rows.Select(row => Entry(row, keys[row.Id]))];
    }

    static SearchEntry Entry(Customer row, IEnumerable<ExternalKeyRow> keys)
    {
        var text = new SearchText().Name("name", row.Name).Name("shortName", row.ShortName).Code("uscc", row.Uscc);
        foreach (var key in keys.OrderBy(key => key.Source, StringComparer.Ordinal).ThenBy(key => key.ExternalId, StringComparer.Ordinal)) text.Code("externalId", key.ExternalId);
        return new SearchEntry(row.Id, text, row.ArchivedAt is not null);
    }
}

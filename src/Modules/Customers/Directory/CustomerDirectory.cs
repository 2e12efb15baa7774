using Crm.Contracts;
using Crm.Contracts.Customers;
using Crm.Customers.Data;
using Crm.Platform.Data;
using Crm.Platform.Importing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Directory;

/// <summary>Customers and contacts as other modules read them, in the unit of work that they pass.</summary>
internal sealed class CustomerDirectory : ICustomerDirectory, ICustomerNames
{
    const int ChunkSize = 500;

    public async Task<CustomerRef?> Find(IUnitOfWork unit, Guid customerId, CancellationToken ct) =>
        (await FindMany(unit, [customerId], ct)).GetValueOrDefault(customerId);

    public async Task<IReadOnlyDictionary<Guid, CustomerRef>> FindMany(IUnitOfWork unit, IReadOnlyCollection<Guid> customerIds, CancellationToken ct)
    {
        var found = new Dictionary<Guid, CustomerRef>(customerIds.Count);
        foreach (var chunk in customerIds.Distinct().Chunk(ChunkSize))
        {
            foreach (var row in await Rows(unit).Where(row => chunk.Contains(row.Id)).ToListAsync(ct)) found[row.Id] = Describe(row);
        }
        return found;
    }

    public async Task<IReadOnlyDictionary<string, CustomerRef>> FindByName(IUnitOfWork unit, IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var byName = new Dictionary<string, CustomerRef>(StringComparer.OrdinalIgnoreCase);
        foreach (var chunk in names.Select(NameKey.Of).Distinct().Chunk(ChunkSize))
        {
            foreach (var row in await Rows(unit).Where(row => chunk.Contains(row.NameKey) && row.ArchivedAt == null).OrderBy(row => row.Id).ToListAsync(ct))
                byName.TryAdd(row.Name, Describe(row));
        }
        return names.Distinct(StringComparer.Ordinal).Where(name => byName.ContainsKey(name.Trim()))
            .ToDictionary(name => name, name => byName[name.Trim()], StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<string, CustomerRef>> FindByExternal(
        IUnitOfWork unit, string source, IReadOnlyCollection<string> externalIds, CancellationToken ct)
    {
        var found = new Dictionary<string, CustomerRef>(StringComparer.Ordinal);
        foreach (var chunk in externalIds.Distinct(StringComparer.Ordinal).Chunk(ChunkSize))
        {
            var rows = await (
                from key in unit.Db().Set<ExternalKeyRow>().AsNoTracking()
                where key.Source == source && chunk.Contains(key.ExternalId)
                join row in Rows(unit) on key.CustomerId equals row.Id
                select new { key.ExternalId, row }).ToListAsync(ct);
            foreach (var pair in rows) found[pair.ExternalId] = Describe(pair.row);
        }
        return found;
    }

    public async Task<ContactRef?> FindContact(IUnitOfWork unit, Guid contactId, CancellationToken ct) =>
        (await FindContacts(unit, [contactId], ct)).GetValueOrDefault(contactId);

    public async Task<IReadOnlyDictionary<Guid, ContactRef>> FindContacts(IUnitOfWork unit, IReadOnlyCollection<Guid> contactIds, CancellationToken ct)
    {
        var found = new Dictionary<Guid, ContactRef>(contactIds.Count);
        foreach (var chunk in contactIds.Distinct().Chunk(ChunkSize))
        {
            foreach (var row in await unit.Db().Set<Contact>().AsNoTracking().Where(row => chunk.Contains(row.Id)).ToListAsync(ct))
                found[row.Id] = new ContactRef(row.Id, row.CustomerId, row.Name, row.ArchivedAt is not null);
        }
        return found;
    }

    public async Task<IReadOnlyList<CustomerName>> Find(IUnitOfWork unit, IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var found = new Dictionary<Guid, CustomerName>();
        foreach (var chunk in names.Select(NameKey.Of).Where(key => key.Length > 0).Distinct().Chunk(ChunkSize))
        {
            var keyed = unit.Db().Set<ExternalKeyRow>();
            var rows = await (
                from row in Rows(unit)
                where row.ArchivedAt == null
                    && (chunk.Contains(row.NameKey) || chunk.Contains(row.ShortNameKey) || keyed.Any(key => key.CustomerId == row.Id && chunk.Contains(key.IdKey)))
                select new { row.Id, row.Name, row.ShortName, row.OwnerId, row.DepartmentId }).ToListAsync(ct);
            var ids = rows.Select(row => row.Id).ToArray();
            var keys = (await keyed.AsNoTracking().Where(key => ids.Contains(key.CustomerId)).OrderBy(key => key.Source).ToListAsync(ct)).ToLookup(key => key.CustomerId);
            foreach (var row in rows)
            {
                var key = keys[row.Id].FirstOrDefault();
                found[row.Id] = new CustomerName(row.Id, row.Name, row.ShortName, key is null ? null : new ExternalKey(key.Source, key.ExternalId), row.OwnerId, row.DepartmentId);
            }
        }
        return [.. found.Values.OrderBy(name => name.Id)];
    }

    static IQueryable<Customer> Rows(IUnitOfWork unit) => unit.Db().Set<Customer>().AsNoTracking();

    static CustomerRef Describe(Customer row) => new(row.Id, row.Name, row.OwnerId, row.DepartmentId, row.ArchivedAt is not null);
}

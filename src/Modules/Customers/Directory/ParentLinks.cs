using Crm.Customers.Data;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Directory;

/// <summary>
/// Links customers that were taken in to the parents that their source names: those of this batch to whoever is there, and those that
/// have been waiting since an earlier row or file to whoever has come with it.
/// </summary>
internal static class ParentLinks
{
    const int Deepest = 20;

    public static async Task Draw(CrmDb db, IReadOnlyCollection<Guid> takenIn, CancellationToken ct)
    {
        var waiting = new Dictionary<Guid, Customer>();
        foreach (var customer in db.ChangeTracker.Entries<Customer>().Select(entry => entry.Entity).Where(customer => customer.ParentKey is not null && takenIn.Contains(customer.Id)))
            waiting[customer.Id] = customer;
        var names = db.ChangeTracker.Entries<Customer>().Where(entry => takenIn.Contains(entry.Entity.Id)).Select(entry => entry.Entity.NameKey).Distinct().ToArray();
        foreach (var chunk in names.Chunk(500))
        {
            foreach (var customer in await db.Set<Customer>().AsTracking().Where(row => row.ParentKey != null && chunk.Contains(row.ParentKey)).ToListAsync(ct))
                waiting[customer.Id] = customer;
        }
        if (waiting.Count == 0) return;
        var parents = await Parents(db, [.. waiting.Values.Select(customer => customer.ParentKey!).Distinct()], ct);
        foreach (var customer in waiting.Values.OrderBy(customer => customer.Id))
        {
            if (!parents.TryGetValue(customer.ParentKey!, out var parentId) || parentId == customer.Id) continue;
            // Looked for no longer, linked or not: what would stand above itself is left with the name alone.
            customer.ParentKey = null;
            if (await StandsBelow(db, parentId, customer.Id, ct)) continue;
            customer.ParentId = parentId;
            await db.SaveChangesAsync(ct);
        }
        await db.SaveChangesAsync(ct);
    }

    static async Task<Dictionary<string, Guid>> Parents(CrmDb db, string[] keys, CancellationToken ct)
    {
        var parents = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var chunk in keys.Chunk(500))
        {
            foreach (var row in await db.Set<Customer>().AsNoTracking().Where(row => chunk.Contains(row.NameKey) && row.ArchivedAt == null)
                .OrderBy(row => row.Id).Select(row => new { row.NameKey, row.Id }).ToListAsync(ct))
                parents.TryAdd(row.NameKey, row.Id);
        }
        return parents;
    }

    static async Task<bool> StandsBelow(CrmDb db, Guid id, Guid above, CancellationToken ct)
    {
        Guid? at = id;
        for (var depth = 0; at is { } here; depth++)
        {
            if (here == above || depth >= Deepest) return true;
            at = await db.Set<Customer>().Where(row => row.Id == here).Select(row => row.ParentId).SingleOrDefaultAsync(ct);
        }
        return false;
    }
}

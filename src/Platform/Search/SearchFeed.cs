using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Search;

/// <summary>Keeps the index in the transaction of the write that it follows: what is rolled back is not found, what is kept is found at once.</summary>
public sealed class SearchFeed(IEnumerable<ISearchKind> kinds)
{
    const int AtOnce = 500;

    readonly IReadOnlyList<ISearchKind> _kinds = Checked(kinds);

    public IReadOnlyList<ISearchKind> Kinds => _kinds;

    /// <summary>For rows that the change tracker never saw, in the unit of work that writes them.</summary>
    /// <param name="db">The unit of work.</param>
    /// <param name="rows">As they are now.</param>
    /// <param name="areNew">None of them was in the index before.</param>
    /// <param name="ct">Stops between statements.</param>
    public async Task Put<T>(CrmDb db, IReadOnlyList<T> rows, bool areNew, CancellationToken ct)
        where T : class, ITenantOwned, IHasId
    {
        ArgumentNullException.ThrowIfNull(db);
        if (rows.Count == 0 || _kinds.OfType<SearchKind<T>>().SingleOrDefault() is not { } kind) return;
        foreach (var tenant in rows.GroupBy(row => row.TenantId))
            await Put(db, kind, tenant.Key, await kind.EntriesOf(db, [.. tenant], ct), areNew, ct);
    }

    /// <summary>The records whose text the pending changes change: asked before the save, since after it nothing is pending.</summary>
    internal List<Touch> TouchedBy(CrmDb db)
    {
        var touched = new List<Touch>();
        foreach (var row in db.ChangeTracker.Entries())
        {
            if (row.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            foreach (var kind in _kinds)
            {
                if (kind.Touched(row) is { } id) touched.Add(new Touch(kind, ((ITenantOwned)row.Entity).TenantId, id, row.State == EntityState.Added && row.Entity is IHasId own && own.Id == id));
            }
        }
        return touched;
    }

    internal static async Task Put(CrmDb db, IReadOnlyList<Touch> touched, CancellationToken ct)
    {
        foreach (var group in touched.GroupBy(touch => (touch.Kind, touch.TenantId)))
        {
            var fresh = group.Where(touch => touch.IsNew).Select(touch => touch.Id).ToHashSet();
            var known = group.Select(touch => touch.Id).Where(id => !fresh.Contains(id)).Distinct().ToList();
            if (fresh.Count > 0) await Put(db, group.Key.Kind, group.Key.TenantId, await group.Key.Kind.Entries(db, group.Key.TenantId, fresh, ct), areNew: true, ct);
            if (known.Count == 0) continue;
            var entries = await group.Key.Kind.Entries(db, group.Key.TenantId, known, ct);
            await Put(db, group.Key.Kind, group.Key.TenantId, entries, areNew: false, ct);
            if (entries.Count < known.Count) await Remove(db, group.Key.Kind, group.Key.TenantId, [.. known.Except(entries.Select(entry => entry.Id))], ct);
        }
    }

    /// <summary>Puts records in as they are now; what stands there already in the same words costs a look.</summary>
    internal static async Task Put(CrmDb db, ISearchKind kind, Guid tenantId, IReadOnlyList<SearchEntry> entries, bool areNew, CancellationToken ct)
    {
        foreach (var chunk in entries.Chunk(AtOnce))
        {
            var known = areNew ? [] : await Known(db, kind, tenantId, [.. chunk.Select(entry => entry.Id)], ct);
            var (added, gone) = (new List<(long Term, long Doc)>(), new List<(long Term, long Doc)>());
            var fresh = new List<SearchDocRow>();
            foreach (var entry in chunk)
            {
                if (!known.TryGetValue(entry.Id, out var row))
                {
                    fresh.Add(new SearchDocRow
                    {
                        TenantId = tenantId,
                        Kind = kind.Code,
                        RecordId = entry.Id,
                        Text = entry.Text.Stored(),
                        IsArchived = entry.IsArchived,
                        Generation = SearchTerm.Generation,
                    });
                    continue;
                }
                await Change(db, kind, row, entry, added, gone, ct);
            }
            if (fresh.Count > 0)
            {
                db.AddRange(fresh);
                await db.SaveChangesAsync(ct);
                foreach (var row in fresh)
                {
                    foreach (var term in SearchGrams.Of(kind.Code, SearchText.Read(row.Text))) added.Add((term, -row.No));
                    // A long import would otherwise drag them along.
                    db.Entry(row).State = EntityState.Detached;
                }
            }
            await SearchStatements.Remove(db, tenantId, gone, ct);
            await SearchStatements.Add(db, tenantId, added, ct);
        }
    }

    static async Task Change(
        CrmDb db, ISearchKind kind, SearchDocRow row, SearchEntry entry, List<(long Term, long Doc)> added, List<(long Term, long Doc)> gone, CancellationToken ct)
    {
        var text = entry.Text.Stored();
        if (row.Text == text && row.IsArchived == entry.IsArchived && row.Generation == SearchTerm.Generation) return;
        var archived = entry.IsArchived;
        await Docs(db, row.TenantId).Where(doc => doc.No == row.No).ExecuteUpdateAsync(doc => doc
            .SetProperty(d => d.Text, text).SetProperty(d => d.IsArchived, archived).SetProperty(d => d.Generation, SearchTerm.Generation), ct);
        // Terms of a former generation fall away together.
        var former = row.Generation == SearchTerm.Generation ? SearchGrams.Of(kind.Code, SearchText.Read(row.Text)) : [];
        if (former.Count > 0 && row.Text == text) return;
        var wanted = SearchGrams.Of(kind.Code, SearchText.Read(text));
        added.AddRange(wanted.Where(term => !former.Contains(term)).Select(term => (term, -row.No)));
        gone.AddRange(former.Where(term => !wanted.Contains(term)).Select(term => (term, -row.No)));
    }

    static async Task Remove(CrmDb db, ISearchKind kind, Guid tenantId, Guid[] ids, CancellationToken ct)
    {
        var gone = new List<(long Term, long Doc)>();
        foreach (var row in (await Known(db, kind, tenantId, ids, ct)).Values)
        {
            gone.AddRange(SearchGrams.Of(kind.Code, SearchText.Read(row.Text)).Select(term => (term, -row.No)));
            await Docs(db, tenantId).Where(doc => doc.No == row.No).ExecuteDeleteAsync(ct);
        }
        await SearchStatements.Remove(db, tenantId, gone, ct);
    }

    static async Task<Dictionary<Guid, SearchDocRow>> Known(CrmDb db, ISearchKind kind, Guid tenantId, Guid[] ids, CancellationToken ct)
    {
        var code = kind.Code;
        return await Docs(db, tenantId).AsNoTracking().Where(doc => doc.Kind == code && EF.Parameter(ids).Contains(doc.RecordId))
            .ToDictionaryAsync(doc => doc.RecordId, ct);
    }

    // A unit of work across tenants has no tenant of its own to filter by.
    static IQueryable<SearchDocRow> Docs(CrmDb db, Guid tenantId) =>
        db.Set<SearchDocRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).Where(doc => doc.TenantId == tenantId);

    static List<ISearchKind> Checked(IEnumerable<ISearchKind> kinds)
    {
        var known = kinds.OrderBy(kind => kind.Code).ToList();
        if (known.Exists(kind => kind.Code is < 1 or > 63) || known.DistinctBy(kind => kind.Code).Count() != known.Count || known.DistinctBy(kind => kind.Name).Count() != known.Count)
            throw new InvalidOperationException("Each searched kind has a name and a code from 1 to 63 of its own.");
        return known;
    }

    internal readonly record struct Touch(ISearchKind Kind, Guid TenantId, Guid Id, bool IsNew);
}

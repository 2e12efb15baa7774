using System.Linq.Expressions;
using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Platform.Search;

/// <summary>
/// A kind of record that is searched. A save of its rows through the change tracker keeps the index; a module that writes them by hand
/// calls <see cref="SearchFeed.Put{T}"/> in the same unit of work.
/// </summary>
public abstract class SearchKind<T> : ISearchKind
    where T : class, ITenantOwned, IHasId
{
    public abstract string Name { get; }

    public abstract int Code { get; }

    public virtual int Version => 1;

    public abstract Permission Requires { get; }

    /// <summary>The members of the row that its text is made of.</summary>
    protected abstract IReadOnlyList<string> Members { get; }

    public abstract bool SeesAll(Caller caller);

    /// <summary>The rows the caller sees, archived ones included.</summary>
    protected abstract IQueryable<T> InSight(CrmDb db, Caller caller);

    protected abstract Expression<Func<T, bool>> IsPresent { get; }

    protected abstract IQueryable<SearchRecord> Shown(CrmDb db, IQueryable<T> rows);

    protected abstract SearchEntry Entry(T row);

    /// <summary>For rows of other tables whose text is found under a record of this kind.</summary>
    protected virtual Guid? TouchedBy(EntityEntry row) => null;

    /// <summary>What other tables add to the texts; most kinds need none.</summary>
    protected virtual Task<IReadOnlyList<SearchEntry>> Entries(CrmDb db, IReadOnlyList<T> rows, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SearchEntry>>([.. rows.Select(Entry)]);

    public Guid? Touched(EntityEntry row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Entity is not T own) return TouchedBy(row);
        return row.State != EntityState.Modified || Members.Any(member => row.Property(member).IsModified) ? own.Id : null;
    }

    public async Task<IReadOnlyList<Guid>> Seen(CrmDb db, Caller caller, int most, CancellationToken ct) =>
        await InSight(db, caller).Where(IsPresent).Select(row => row.Id).Take(most).ToListAsync(ct);

    public async Task<IReadOnlyList<SearchRecord>> Find(CrmDb db, Caller caller, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.ToArray();
        return await Shown(db, InSight(db, caller).AsNoTracking().Where(IsPresent).Where(row => EF.Parameter(wanted).Contains(row.Id))).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<SearchEntry>> Entries(CrmDb db, Guid tenantId, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        // Rows that the unit of work has at hand are as they were just saved.
        var rows = db.ChangeTracker.Entries<T>().Where(row => row.State != EntityState.Deleted && ids.Contains(row.Entity.Id)).Select(row => row.Entity).ToList();
        var missing = ids.Except(rows.Select(row => row.Id)).ToArray();
        if (missing.Length > 0)
            rows.AddRange(await db.Set<T>().IgnoreQueryFilters([CrmDb.TenantFilter]).AsNoTracking()
                .Where(row => row.TenantId == tenantId && EF.Parameter(missing).Contains(row.Id)).ToListAsync(ct));
        return await Entries(db, rows, ct);
    }

    /// <summary>The entries of rows that were written by hand.</summary>
    internal Task<IReadOnlyList<SearchEntry>> EntriesOf(CrmDb db, IReadOnlyList<T> rows, CancellationToken ct) => Entries(db, rows, ct);

    public async Task<IReadOnlyList<Guid>> Next(CrmDb db, Guid? after, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = db.Set<T>().AsNoTracking();
        if (after is { } last) rows = rows.Where(row => row.Id > last);
        var ids = await rows.OrderBy(row => row.Id).Select(row => row.Id).Take(most).ToListAsync(ct);
        await SearchStatements.Hold(db, db.Model.FindEntityType(typeof(T))!, ids, ct);
        return ids;
    }

    public Task<int> Count(CrmDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<T>().CountAsync(ct);
    }

    public async Task<IReadOnlyList<Guid>> Tenants(CrmDb acrossTenants, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(acrossTenants);
        return await acrossTenants.Set<T>().IgnoreQueryFilters([CrmDb.TenantFilter]).Select(row => row.TenantId).Distinct().ToListAsync(ct);
    }
}

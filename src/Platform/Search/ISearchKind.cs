using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Platform.Search;

/// <summary>A kind of record that is searched. Derive from <see cref="SearchKind{T}"/> and register it; nothing else is to be done.</summary>
public interface ISearchKind
{
    /// <summary>Stable name in the API, e.g. <c>Opportunity</c>; at most 30 characters.</summary>
    string Name { get; }

    /// <summary>Its number in the index, 1 to 63: unique, never given to another kind.</summary>
    int Code { get; }

    /// <summary>Rises when the text of its records is made otherwise; those that are there are then put in anew by a job.</summary>
    int Version { get; }

    /// <summary>The right without which none of its records is found.</summary>
    Permission Requires { get; }

    /// <summary>Whether the caller sees every record of the kind.</summary>
    bool SeesAll(Caller caller);

    /// <summary>The caller's records of the kind, at most so many.</summary>
    Task<IReadOnlyList<Guid>> Seen(CrmDb db, Caller caller, int most, CancellationToken ct);

    /// <summary>Those of the ids that the caller sees and that are not archived.</summary>
    Task<IReadOnlyList<SearchRecord>> Find(CrmDb db, Caller caller, IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>The record whose text a save changes with this row; null when none.</summary>
    Guid? Touched(EntityEntry row);

    /// <summary>What the index is to know of the records, those that are gone left out.</summary>
    Task<IReadOnlyList<SearchEntry>> Entries(CrmDb db, Guid tenantId, IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>The next ids after one, for putting in those that are there; held against change until the unit of work ends.</summary>
    Task<IReadOnlyList<Guid>> Next(CrmDb db, Guid? after, int most, CancellationToken ct);

    Task<int> Count(CrmDb db, CancellationToken ct);

    /// <summary>Every tenant that has records of the kind.</summary>
    Task<IReadOnlyList<Guid>> Tenants(CrmDb acrossTenants, CancellationToken ct);
}

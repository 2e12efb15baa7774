using Crm.Platform.Data;
using Crm.Platform.Security;

namespace Crm.Platform.Handover;

/// <summary>
/// What a member owns or is asked for, of one kind, as far as it can go to somebody else (离职交接). The module that owns the records
/// registers its part; what is closed or done stays with the member who did it.
/// </summary>
public interface IHandoverPart
{
    /// <summary>Stable name in the API, e.g. <c>Customers</c>.</summary>
    string Name { get; }

    /// <summary>Parts are handed over by rising rank: what hangs on a customer after the customers.</summary>
    int Rank { get; }

    /// <summary>The right that shows the names of its records.</summary>
    Permission Reads { get; }

    /// <summary>How many records the member has to hand over.</summary>
    Task<long> Count(CrmDb db, Guid memberId, CancellationToken ct);

    /// <summary>Those records by rising id, after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<HandoverItem>> Items(CrmDb db, Guid memberId, Guid? after, int limit, CancellationToken ct);

    /// <summary>Those of the ids that are among those records.</summary>
    Task<IReadOnlyList<Guid>> Held(CrmDb db, Guid memberId, IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>
    /// Gives each record to its heir, in units of work of its own, and answers for each in the same order. Asked again for what it has done
    /// already, it answers as for what it does.
    /// </summary>
    Task<IReadOnlyList<Outcome<Nothing>>> Move(HandoverBatch batch, CancellationToken ct);
}

using Crm.Platform.Data;
using Crm.Platform.Security;

namespace Crm.Platform.Records;

/// <summary>
/// A kind of record that others hang things on: activities, tasks, files. The module that owns the records says which of them a caller
/// sees, so that what hangs on a record is seen by whoever sees the record.
/// </summary>
public interface IRecordKind
{
    /// <summary>Stable name in the API and in storage, e.g. <c>Opportunity</c>; at most 30 characters.</summary>
    string Name { get; }

    /// <summary>The right by which whoever sees such a record also edits it, and with it what hangs on it: its files.</summary>
    Permission EditedWith { get; }

    /// <summary>Those of the ids that exist within what the caller may see, archived ones included.</summary>
    Task<IReadOnlyList<RecordRef>> Find(CrmDb db, Caller caller, IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

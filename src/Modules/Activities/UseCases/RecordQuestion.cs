using Crm.Platform.Data;
using Crm.Platform.Lists;
using Crm.Platform.Records;
using Crm.Platform.Security;

namespace Crm.Activities.UseCases;

/// <summary>A list that is asked for one record's rows: whoever sees the record sees what hangs on it.</summary>
internal static class RecordQuestion
{
    internal static async Task<bool> IsAboutSeen(CrmDb db, Caller caller, RecordKinds kinds, ListQuery query, CancellationToken ct) =>
        query.Parameters.TryGetValue("recordKind", out var kind) && query.Parameters.TryGetValue("recordId", out var text)
        && Guid.TryParseExact(text, "D", out var id) && kinds.Knows(kind.ToString())
        && !(await kinds.Find(db, caller, kind.ToString(), id, ct)).IsRefused;
}

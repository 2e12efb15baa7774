using Crm.Activities.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.UseCases.Activities;

/// <summary>Activities under the rule of <see cref="WorkAccess"/>: a part in one has who took part.</summary>
internal static class ActivityAccess
{
    internal static IQueryable<Activity> Own(CrmDb db, Caller caller) => WorkAccess.Own(db.Set<Activity>(), caller,
        db.Set<Participant>().Where(person => person.PersonId == caller.MemberId && !person.IsContact).Select(person => person.ActivityId));

    /// <summary>The activity when the caller sees it, tracked as the context tracks.</summary>
    internal static Task<Activity?> Find(CrmDb db, Caller caller, RecordKinds kinds, Guid id, CancellationToken ct) =>
        WorkAccess.Find(db, Own(db, caller), caller, kinds, id, ct);

    internal static Refusal NotYours => Refusal.Forbidden("activities/not-yours", "Only who did it, or a superior, changes an activity.");

    internal static async Task<IReadOnlyList<ActivityView>> View(CrmDb db, Caller caller, RecordKinds kinds, IReadOnlyList<Activity> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var people = (await db.Set<Participant>().AsNoTracking().Where(person => ids.Contains(person.ActivityId)).ToListAsync(ct)).ToLookup(person => person.ActivityId);
        var names = await kinds.Find(db, caller, rows.Select(row => (row.RecordKind, row.RecordId)), ct);
        return [.. rows.Select(row => ActivityView.Of(row, [.. people[row.Id]], names.GetValueOrDefault((row.RecordKind, row.RecordId))?.Name))];
    }
}

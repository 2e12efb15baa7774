using Crm.Activities.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.UseCases.Activities;

/// <summary>Who sees an activity: whoever did it or took part, whose scope reaches the one who did it, and everybody who sees its record.</summary>
internal static class ActivityAccess
{
    internal static IQueryable<Activity> Own(CrmDb db, Caller caller)
    {
        var rule = caller.ScopeOf(Resource.Activities);
        var rows = db.Set<Activity>();
        if (rule.All) return rows;
        var me = caller.MemberId;
        var departments = rule.Departments.ToArray();
        return rows.Where(row => row.OwnerId == me || departments.Contains(row.DepartmentId)
            || db.Set<Participant>().Any(person => person.PersonId == me && !person.IsContact && person.ActivityId == row.Id));
    }

    /// <summary>The activity when the caller sees it, tracked as the context tracks.</summary>
    internal static async Task<Activity?> Find(CrmDb db, Caller caller, RecordKinds kinds, Guid id, CancellationToken ct)
    {
        if (await Own(db, caller).SingleOrDefaultAsync(row => row.Id == id, ct) is { } own) return own;
        if (await db.Set<Activity>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row) return null;
        return (await kinds.Find(db, caller, row.RecordKind, row.RecordId, ct)).IsRefused ? null : row;
    }

    /// <summary>Only who did it, or whose scope reaches that one, changes what was written.</summary>
    internal static Refusal? MayChange(Caller caller, Activity row) =>
        caller.ScopeOf(Resource.Activities).Sees(row.OwnerId, row.DepartmentId) || row.OwnerId == caller.MemberId
            ? null
            : Refusal.Forbidden("activities/not-yours", "Only who did it, or a superior, changes an activity.");

    internal static async Task<IReadOnlyList<ActivityView>> View(CrmDb db, Caller caller, RecordKinds kinds, IReadOnlyList<Activity> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var people = (await db.Set<Participant>().AsNoTracking().Where(person => ids.Contains(person.ActivityId)).ToListAsync(ct)).ToLookup(person => person.ActivityId);
        var names = await kinds.Find(db, caller, rows.Select(row => (row.RecordKind, row.RecordId)), ct);
        return [.. rows.Select(row => ActivityView.Of(row, [.. people[row.Id]], names.GetValueOrDefault((row.RecordKind, row.RecordId))?.Name))];
    }
}

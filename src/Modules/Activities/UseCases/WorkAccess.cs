using Crm.Activities.Data;
using Crm.Platform.Data;
using Crm.Platform.Lists;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.UseCases;

/// <summary>Who sees and who changes what members do: the one rule for activities and tasks.</summary>
internal static class WorkAccess
{
    /// <summary>What the caller answers for or has a part in, and whose scope reaches the one who answers.</summary>
    /// <param name="rows">All of them.</param>
    /// <param name="caller">Whose.</param>
    /// <param name="withPart">Ids of those in which the caller has a part.</param>
    internal static IQueryable<T> Own<T>(IQueryable<T> rows, Caller caller, IQueryable<Guid> withPart)
        where T : Entity, IWork
    {
        var rule = caller.ScopeOf(Resource.Activities);
        if (rule.All) return rows;
        var me = caller.MemberId;
        var departments = rule.Departments.ToArray();
        return rows.Where(row => row.OwnerId == me || departments.Contains(row.DepartmentId) || withPart.Contains(row.Id));
    }

    /// <summary>What a list shows: the caller's own, or all of one record when it is asked for by a caller who sees that record.</summary>
    internal static async Task<IQueryable<T>> Asked<T>(CrmDb db, IQueryable<T> own, Caller caller, RecordKinds kinds, ListQuery query, CancellationToken ct)
        where T : Entity, IWork =>
        query.Parameters.TryGetValue("recordKind", out var kind) && query.Parameters.TryGetValue("recordId", out var text)
        && Guid.TryParseExact(text, "D", out var id) && kinds.Knows(kind.ToString())
        && !(await kinds.Find(db, caller, kind.ToString(), id, ct)).IsRefused
            ? db.Set<T>()
            : own;

    /// <summary>One of the caller's own, or of a record that the caller sees.</summary>
    internal static async Task<T?> Find<T>(CrmDb db, IQueryable<T> own, Caller caller, RecordKinds kinds, Guid id, CancellationToken ct)
        where T : Entity, IWork
    {
        if (await own.SingleOrDefaultAsync(row => row.Id == id, ct) is { } mine) return mine;
        if (await db.Set<T>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { OnKind: { } kind, OnId: { } record } row) return null;
        return (await kinds.Find(db, caller, kind, record, ct)).IsRefused ? null : row;
    }

    /// <summary>Who answers for it: its owner, and whose scope reaches the owner.</summary>
    internal static bool Answers(Caller caller, IWork row) =>
        row.OwnerId == caller.MemberId || caller.ScopeOf(Resource.Activities).Sees(row.OwnerId, row.DepartmentId);
}

using Crm.Platform.Data;

namespace Crm.Platform.Security;

public static class ScopeQuery
{
    /// <summary>Keeps the rows the rule lets its member see. A resource with teams adds its own membership to it.</summary>
    public static IQueryable<T> InScope<T>(this IQueryable<T> rows, ScopeRule rule)
        where T : class, IScoped
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.All) return rows;
        if (rule.Nothing) return rows.Where(_ => false);
        var me = rule.Me;
        if (rule.Departments.Count == 0) return rows.Where(row => row.OwnerId == me);
        var departments = rule.Departments.ToArray();
        return rows.Where(row => row.OwnerId == me || departments.Contains(row.DepartmentId));
    }
}

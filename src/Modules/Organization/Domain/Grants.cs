using System.Collections.Frozen;
using Crm.Platform.Security;

namespace Crm.Organization.Domain;

/// <summary>What one role, or several together, allow: rights, and for each kind of record how far they reach.</summary>
internal sealed record Grants(FrozenSet<Permission> Permissions, FrozenDictionary<Resource, DataScope> Scopes)
{
    internal static readonly Grants None = new([], FrozenDictionary<Resource, DataScope>.Empty);

    internal static readonly IReadOnlyList<Permission> AllPermissions = Enum.GetValues<Permission>();

    internal static readonly IReadOnlyList<Resource> AllResources = Enum.GetValues<Resource>();

    internal static Grants Of(IEnumerable<Permission> permissions, Func<Resource, DataScope> scope) =>
        new(permissions.ToFrozenSet(), AllResources.ToFrozenDictionary(resource => resource, scope));

    /// <summary>Holding several roles is having every right of each and, per kind of record, the widest scope among them.</summary>
    internal static Grants Combine(IEnumerable<Grants> roles)
    {
        var all = roles.ToList();
        return Of(
            all.SelectMany(role => role.Permissions),
            resource => all.Select(role => role.Scopes.GetValueOrDefault(resource)).DefaultIfEmpty(DataScope.None).Max());
    }

    /// <summary>An API key has no right that its member lacks, and of those only the ones it was given.</summary>
    internal Grants LimitedTo(IReadOnlySet<Permission> permissions) =>
        this with { Permissions = Permissions.Where(permissions.Contains).ToFrozenSet() };

    internal FrozenDictionary<Resource, ScopeRule> Resolve(Guid memberId, Guid departmentId, DepartmentTree tree) =>
        AllResources.ToFrozenDictionary(resource => resource, resource => Rule(Scopes.GetValueOrDefault(resource), memberId, departmentId, tree));

    static ScopeRule Rule(DataScope scope, Guid memberId, Guid departmentId, DepartmentTree tree) => scope switch
    {
        DataScope.All => new ScopeRule { All = true, Me = memberId },
        DataScope.Subtree => new ScopeRule { Me = memberId, Departments = tree.Subtree(departmentId) },
        DataScope.Department => new ScopeRule { Me = memberId, Departments = new[] { departmentId }.ToFrozenSet() },
        DataScope.Own => new ScopeRule { Me = memberId },
        _ => new ScopeRule { Me = memberId, Nothing = true },
    };
}

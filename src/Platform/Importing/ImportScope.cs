using Crm.Platform.Security;

namespace Crm.Platform.Importing;

/// <summary>The caller's data scope when the import was asked for.</summary>
sealed record ImportScope(bool All, bool Nothing, Guid Me, IReadOnlyList<Guid> Departments)
{
    public static ImportScope Of(ScopeRule rule) => new(rule.All, rule.Nothing, rule.Me, [.. rule.Departments]);

    public bool Covers(Guid ownerId, Guid departmentId) => All || (!Nothing && (ownerId == Me || Departments.Contains(departmentId)));
}

using Crm.Platform.Security;

namespace Crm.Platform.Importing;

/// <summary>The caller's data scope when the import was asked for.</summary>
sealed record ImportScope(bool All, Guid Me, IReadOnlyList<Guid> Departments)
{
    public static ImportScope Of(ScopeRule rule) => new(rule.All, rule.Me, [.. rule.Departments]);
}

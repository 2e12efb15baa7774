using Crm.Opportunities.Methodologies;

namespace Crm.Opportunities;

/// <summary>The methods that a tenant sells by, each at a set version or at the latest at any time.</summary>
internal sealed record MethodChoices(IReadOnlyList<(string Id, string? Version)> All)
{
    /// <summary>Those in working order on this host, by id.</summary>
    public IEnumerable<MethodVersion> Versions(MethodCatalog methods) => All
        .Select(choice => choice.Version is null ? methods.Latest(choice.Id) : methods.Find(choice.Id, choice.Version))
        .OfType<MethodVersion>().Distinct().OrderBy(method => method.Id, StringComparer.Ordinal).ThenByDescending(method => method.Version, StringComparer.Ordinal);
}

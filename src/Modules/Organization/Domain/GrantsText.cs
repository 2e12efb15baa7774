using System.Collections.Frozen;
using Crm.Platform.Security;

namespace Crm.Organization.Domain;

/// <summary>Grants as a role's row keeps them. A name that this release does not know, e.g. of a newer node, is passed over.</summary>
internal static class GrantsText
{
    internal static string Write(IEnumerable<Permission> permissions) =>
        string.Join(',', permissions.Distinct().Select(permission => permission.ToString()).Order(StringComparer.Ordinal));

    internal static string Write(IEnumerable<KeyValuePair<Resource, DataScope>> scopes) =>
        string.Join(',', scopes.Select(pair => $"{pair.Key}:{pair.Value}").Order(StringComparer.Ordinal));

    internal static Grants Read(string permissions, string scopes) => new(Permissions(permissions), Scopes(scopes));

    internal static FrozenSet<Permission> Permissions(string text) =>
        Split(text).Where(name => Enum.IsDefined(typeof(Permission), name)).Select(Enum.Parse<Permission>).ToFrozenSet();

    internal static FrozenDictionary<Resource, DataScope> Scopes(string text) =>
        Split(text).Select(pair => pair.Split(':'))
            .Where(pair => pair.Length == 2 && Enum.IsDefined(typeof(Resource), pair[0]) && Enum.IsDefined(typeof(DataScope), pair[1]))
            .ToFrozenDictionary(pair => Enum.Parse<Resource>(pair[0]), pair => Enum.Parse<DataScope>(pair[1]));

    static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

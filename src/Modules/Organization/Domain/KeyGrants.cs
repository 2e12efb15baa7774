using Crm.Platform.Security;

namespace Crm.Organization.Domain;

/// <summary>What an API key may be given.</summary>
internal static class KeyGrants
{
    internal const int MaxLiving = 50;

    /// <summary>What a key of the member would be able to do; named permissions narrow it, none leave it whole.</summary>
    internal static Grants Of(Grants member, IReadOnlySet<Permission>? named) => named is null ? member : member.LimitedTo(named);

    /// <summary>Named permissions that the member does not have: a key cannot be given them.</summary>
    internal static IReadOnlyList<Permission> NotHeld(Grants member, IEnumerable<Permission> named) =>
        [.. named.Where(permission => !member.Permissions.Contains(permission)).Distinct().Order()];

    /// <summary>Whether somebody may make such a key: it must give its holder nothing that its maker lacks, neither a right nor a wider view.</summary>
    internal static bool MayMake(Grants maker, Grants key) =>
        Administration.Beyond(maker.Permissions, key).Count == 0 && Administration.Further(maker, key).Count == 0;
}

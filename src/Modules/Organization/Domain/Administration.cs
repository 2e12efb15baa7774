using Crm.Platform.Security;

namespace Crm.Organization.Domain;

/// <summary>
/// A tenant always keeps somebody who can mend it. An administrator is an active member, with a password, whose roles hold both rights below;
/// whoever has them can give themselves every other.
/// </summary>
internal static class Administration
{
    internal static bool CanAdminister(Grants grants) =>
        grants.Permissions.Contains(Permission.ManageMembers) && grants.Permissions.Contains(Permission.ManageRoles);

    internal static bool IsKept(IEnumerable<(bool Active, bool HasPassword, Grants Grants)> members) =>
        members.Any(member => member.Active && member.HasPassword && CanAdminister(member.Grants));

    /// <summary>Nobody hands out rights that they do not have: otherwise a manager of members makes themselves all-powerful.</summary>
    internal static IReadOnlyList<Permission> Beyond(IReadOnlySet<Permission> giver, Grants given) =>
        [.. given.Permissions.Where(permission => !giver.Contains(permission)).Order()];
}

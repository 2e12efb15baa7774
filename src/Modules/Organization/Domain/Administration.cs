using Crm.Contracts.Organization;
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

    /// <summary>The kinds of record of which the given grants see more than the giver does.</summary>
    internal static IReadOnlyList<Resource> Further(Grants giver, Grants given) =>
        [.. Grants.AllResources.Where(resource => given.Scopes.GetValueOrDefault(resource) > giver.Scopes.GetValueOrDefault(resource)).Order()];

    /// <summary>
    /// Whether somebody may write a role of these grants. An administrator may write any, since a right that nobody holds any more could
    /// otherwise never be given again; whoever else manages roles stays within their own.
    /// </summary>
    internal static bool MayWriteRole(Grants writer, Grants role) =>
        CanAdminister(writer) || Beyond(writer.Permissions, role).Count == 0 && Further(writer, role).Count == 0;

    /// <summary>The administrator's role may be changed, but stays one that administers.</summary>
    internal static bool KeepsItsPurpose(string roleKey, Grants changed) => roleKey != BuiltInRoles.Administrator || CanAdminister(changed);
}

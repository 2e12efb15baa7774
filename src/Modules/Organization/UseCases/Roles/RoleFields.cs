using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Roles;

/// <summary>What the changes of a role check alike.</summary>
internal static class RoleFields
{
    internal static Refusal NotFound => Refusal.NotFound("roles/not-found", "There is no such role.");

    internal static Task<Role?> Find(CrmDb db, Guid id, CancellationToken ct) => db.Set<Role>().SingleOrDefaultAsync(row => row.Id == id, ct);

    internal static Outcome<Grants> Read(string name, IReadOnlyList<Permission> permissions, IReadOnlyDictionary<string, DataScope> scopes)
    {
        var errors = new FieldErrors().Required("name", name, 100).When(permissions.Count == 0, "permissions", "Name at least one permission.");
        foreach (var resource in scopes.Keys)
        {
            errors.When(
                !Enum.GetNames<Resource>().Contains(resource), $"scopes.{resource}", $"A kind of record is one of {string.Join(", ", Enum.GetNames<Resource>())}.");
        }
        return errors.ToRefusal("roles/invalid") is { } invalid
            ? invalid
            : Grants.Of(permissions, resource => scopes.GetValueOrDefault(resource.ToString()));
    }

    internal static IReadOnlyDictionary<string, DataScope> Write(IReadOnlyDictionary<Resource, DataScope> scopes) =>
        Grants.AllResources.ToDictionary(resource => resource.ToString(), resource => scopes.GetValueOrDefault(resource));

    /// <summary>Refuses a writer who would touch a role mightier than they are.</summary>
    internal static async Task<Refusal?> RefuseBeyond(CrmDb db, Caller caller, CancellationToken ct, params Grants[] roles)
    {
        var writer = await MemberChanges.GrantsOf(db, caller, ct);
        if (roles.All(role => Administration.MayWriteRole(writer, role))) return null;
        var named = roles.SelectMany(role => Administration.Beyond(writer.Permissions, role).Select(permission => permission.ToString())
            .Concat(Administration.Further(writer, role).Select(resource => $"{resource} as far as this"))).Distinct();
        return Refusal.Forbidden("roles/beyond-own-rights", $"You do not have these rights yourself: {string.Join(", ", named)}.");
    }
}

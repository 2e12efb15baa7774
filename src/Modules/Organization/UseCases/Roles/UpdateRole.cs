using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Roles;

/// <summary>Name, permissions and data scopes. The change counts for everybody who holds the role with their next request.</summary>
internal static class UpdateRole
{
    internal sealed record EditableRole
    {
        public required string Name { get; init; }

        /// <summary>Replaces all permissions.</summary>
        public required IReadOnlyList<Permission> Permissions { get; init; }

        /// <summary>By kind of record; one that is not sent stays.</summary>
        public required IReadOnlyDictionary<string, DataScope> Scopes { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPatch("/roles/{id:guid}", Handle).WithName(nameof(UpdateRole)).WithTags("Roles").WithSummary("Edits a role.")
            .Requires(Permission.ManageRoles).RequireIfMatch().Answers<RoleView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static async Task<IResult> Handle(
        Guid id, MergePatch<EditableRole> patch, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write(caller.Writes(), (db, token) =>
            MemberChanges.KeepingAnAdministrator(db, () => Update(db, id, patch, version, caller, token), token), ct)).ToOk(http);

    static async Task<Outcome<RoleView>> Update(
        CrmDb db, Guid id, MergePatch<EditableRole> patch, ExpectedVersion version, Caller caller, CancellationToken ct)
    {
        if (await RoleFields.Find(db, id, ct) is not { ArchivedAt: null } role) return RoleFields.NotFound;
        if (version.Check(role.Version) is { } stale) return stale;
        var former = GrantsText.Read(role.Permissions, role.Scopes);
        var patched = patch.ApplyTo(new EditableRole
        {
            Name = role.Name,
            Permissions = [.. former.Permissions.Order()],
            Scopes = RoleFields.Write(former.Scopes),
        });
        if (patched.Refused(out var refusal)) return refusal;
        var wanted = patched.Value;
        var grants = RoleFields.Read(wanted.Name, wanted.Permissions, wanted.Scopes);
        if (grants.Refused(out var invalid)) return invalid;
        if (!Administration.KeepsItsPurpose(role.Key, grants.Value))
            return Refusal.Conflict("roles/administrator-kept", $"The administrator's role keeps {Permission.ManageMembers} and {Permission.ManageRoles}.");
        if (await RoleFields.RefuseBeyond(db, caller, ct, former, grants.Value) is { } beyond) return beyond;
        role.Name = wanted.Name.Trim();
        role.Permissions = GrantsText.Write(grants.Value.Permissions);
        role.Scopes = GrantsText.Write(grants.Value.Scopes);
        await db.SaveChangesAsync(ct);
        return await RoleView.Read(db, role, ct);
    }
}

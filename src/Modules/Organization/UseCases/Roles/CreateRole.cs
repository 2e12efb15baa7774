using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Roles;

/// <summary>A role of the tenant's own.</summary>
internal static class CreateRole
{
    internal sealed record NewRole
    {
        /// <summary>2 to 40 lower-case letters, digits and hyphens; never changed, never used again.</summary>
        public required string Key { get; init; }

        public required string Name { get; init; }

        public required IReadOnlyList<Permission> Permissions { get; init; }

        /// <summary>How far its holders see, by kind of record; nothing of a kind that is not named.</summary>
        public required IReadOnlyDictionary<string, DataScope> Scopes { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/roles", Handle).WithName(nameof(CreateRole)).WithTags("Roles").WithSummary("Creates a role.")
            .Requires(Permission.ManageRoles).Idempotent().Answers<RoleView>(StatusCodes.Status201Created).Refuses(RefusalKind.Conflict);

    static async Task<IResult> Handle(NewRole request, Command command, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write(command.Writes, (db, token) => Create(db, request, command.Caller, token), ct)).ToCreated(http);

    static async Task<Outcome<RoleView>> Create(CrmDb db, NewRole request, Caller caller, CancellationToken ct)
    {
        if (!Names.IsSlug(request.Key))
            return Refusal.Field("key", "roles/invalid", $"2 to {Names.MaxSlug} lower-case letters, digits and hyphens; no hyphen at either end.");
        var grants = RoleFields.Read(request.Name, request.Permissions, request.Scopes);
        if (grants.Refused(out var invalid)) return invalid;
        if (await RoleFields.RefuseBeyond(db, caller, ct, grants.Value) is { } beyond) return beyond;
        if (await db.Set<Role>().AnyAsync(row => row.Key == request.Key, ct))
            return Refusal.Conflict("roles/key-taken", "Another role, perhaps an archived one, has this key.") with
            {
                Errors = new Dictionary<string, string[]> { ["key"] = ["Another role has this key."] },
            };
        var role = new Role
        {
            Key = request.Key,
            Name = request.Name.Trim(),
            Permissions = GrantsText.Write(grants.Value.Permissions),
            Scopes = GrantsText.Write(grants.Value.Scopes),
        };
        db.Add(role);
        await db.SaveChangesAsync(ct);
        return RoleView.Of(role, 0);
    }
}

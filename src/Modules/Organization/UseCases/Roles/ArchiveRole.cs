using Crm.Organization.Access;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Roles;

/// <summary>Archives a role that nobody holds and brings one back. The built-in ones stay: programs and imports name them.</summary>
internal static class ArchiveRole
{
    internal static void Map(RouteGroupBuilder api)
    {
        api.MapDelete("/roles/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
                Handle(id, true, version, caller, writes, http, ct))
            .WithName(nameof(ArchiveRole)).WithTags("Roles").WithSummary("Archives a role that no member holds.")
            .Requires(Permission.ManageRoles).RequireIfMatch().Answers<RoleView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        api.MapPost("/roles/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
                Handle(id, false, version, caller, writes, http, ct))
            .WithName("RestoreRole").WithTags("Roles").WithSummary("Brings an archived role back.")
            .Requires(Permission.ManageRoles).RequireIfMatch().Answers<RoleView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> Handle(
        Guid id, bool archive, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write(caller.Writes(), (db, token) => Set(db, id, archive, version, caller, token), ct)).ToOk(http);

    static async Task<Outcome<RoleView>> Set(CrmDb db, Guid id, bool archive, ExpectedVersion version, Caller caller, CancellationToken ct)
    {
        if (await RoleFields.Find(db, id, ct) is not { } role) return RoleFields.NotFound;
        if (version.Check(role.Version) is { } stale) return stale;
        if (await RoleFields.RefuseBeyond(db, caller, ct, GrantsText.Read(role.Permissions, role.Scopes)) is { } beyond) return beyond;
        var holders = (await RoleView.HoldersOf(db, [id], ct)).GetValueOrDefault(id);
        if (archive && role.ArchivedAt is null)
        {
            if (role.BuiltIn) return Refusal.Conflict("roles/built-in", "A role that every tenant starts with is not archived. Take its permissions away instead.");
            if (holders > 0) return Refusal.Conflict("roles/held", $"{holders} members hold this role. Give them another one first.");
            role.ArchivedAt = db.UtcNow();
        }
        else if (!archive)
        {
            role.ArchivedAt = null;
        }
        await db.SaveChangesAsync(ct);
        return RoleView.Of(role, holders);
    }
}

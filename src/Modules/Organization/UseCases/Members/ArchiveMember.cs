using Crm.Contracts.Organization;
using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Members;

/// <summary>Archives a member, who may then no longer sign in, and brings one back.</summary>
internal static class ArchiveMember
{
    internal static void Map(RouteGroupBuilder api)
    {
        api.MapDelete("/members/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
                Handle(id, true, version, caller, writes, http, ct))
            .WithName(nameof(ArchiveMember)).WithTags("Members").WithSummary("Archives a member.")
            .Requires(Permission.ManageMembers).RequireIfMatch()
            .Answers<MemberView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        api.MapPost("/members/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
                Handle(id, false, version, caller, writes, http, ct))
            .WithName("RestoreMember").WithTags("Members").WithSummary("Brings an archived member back.")
            .Requires(Permission.ManageMembers).RequireIfMatch()
            .Answers<MemberView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> Handle(
        Guid id, bool archive, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write(caller.Writes(), (db, token) =>
            MemberChanges.KeepingAnAdministrator(db, () => Set(db, id, archive, version, caller, token), token), ct)).ToOk(http);

    static async Task<Outcome<MemberView>> Set(
        CrmDb db, Guid id, bool archive, ExpectedVersion version, Caller caller, CancellationToken ct)
    {
        if (await MemberChanges.FindVisible(db, caller, id, ct) is not { } member) return MemberChanges.NotFound;
        if (version.Check(member.Version) is { } stale) return stale;
        if (MemberChanges.RefuseBeyond(caller, await MemberChanges.GrantsOf(db, id, ct)) is { } beyond) return beyond;
        if (archive != member.ArchivedAt is not null)
        {
            member.ArchivedAt = archive ? db.UtcNow() : null;
            if (archive) await MemberChanges.Revoke(db, id, "Disabled", null, ct);
            db.Publish(new MemberStateChanged(id, !archive && member.State == Domain.MemberState.Active, db.UtcNow()));
        }
        await db.SaveChangesAsync(ct);
        return await MemberView.Read(db, member, ct);
    }
}

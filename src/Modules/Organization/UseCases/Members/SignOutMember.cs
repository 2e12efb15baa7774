using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Members;

/// <summary>Ends every session of a member, e.g. after a telephone was lost. The password stays, and so do API keys, which are revoked one by one.</summary>
internal static class SignOutMember
{
    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/members/{id:guid}/sign-out", Handle).WithName(nameof(SignOutMember)).WithTags("Members")
            .WithSummary("Ends all sessions of a member, on every device.")
            .Requires(Permission.ManageMembers).RequireIfMatch().Answers<MemberView>().Refuses(RefusalKind.NotFound);

    static async Task<IResult> Handle(Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<MemberView>(caller.Writes(), async (db, token) =>
        {
            if (await MemberChanges.FindVisible(db, caller, id, token) is not { ArchivedAt: null } member) return MemberChanges.NotFound;
            if (version.Check(member.Version) is { } stale) return stale;
            if (id != caller.MemberId && MemberChanges.RefuseBeyond(caller, await MemberChanges.GrantsOf(db, id, token)) is { } beyond) return beyond;
            await MemberChanges.Revoke(db, id, "SignedOut", null, token);
            db.Note(nameof(Member), id, "SignedOutEverywhere");
            await db.SaveChangesAsync(token);
            return await MemberView.Read(db, member, token);
        }, ct)).ToOk(http);
}

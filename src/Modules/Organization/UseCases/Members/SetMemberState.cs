using Crm.Contracts.Organization;
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

namespace Crm.Organization.UseCases.Members;

/// <summary>Disables and enables a member. Disabling ends every session and stops every token and API key at once.</summary>
internal static class SetMemberState
{
    internal static void Map(RouteGroupBuilder api)
    {
        Map(api, "disable", "DisableMember", "Disables a member and ends their sessions.", MemberState.Disabled);
        Map(api, "enable", "EnableMember", "Lets a disabled member sign in again.", MemberState.Active);
    }

    static void Map(RouteGroupBuilder api, string verb, string name, string summary, MemberState state) =>
        api.MapPost(
                $"/members/{{id:guid}}/{verb}",
                async (Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
                    (await writes.Write(caller.Writes(), (db, token) =>
                        MemberChanges.KeepingAnAdministrator(db, () => Set(db, id, state, version, caller, token), token), ct)).ToOk(http))
            .WithName(name).WithTags("Members").WithSummary(summary)
            .Requires(Permission.ManageMembers).RequireIfMatch()
            .Answers<MemberView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static async Task<Outcome<MemberView>> Set(
        CrmDb db, Guid id, MemberState state, ExpectedVersion version, Caller caller, CancellationToken ct)
    {
        if (await MemberChanges.FindVisible(db, caller, id, ct) is not { ArchivedAt: null } member) return MemberChanges.NotFound;
        if (version.Check(member.Version) is { } stale) return stale;
        if (MemberChanges.RefuseBeyond(caller, await MemberChanges.GrantsOf(db, id, ct)) is { } beyond) return beyond;
        if (member.State != state)
        {
            member.State = state;
            if (state == MemberState.Disabled) await MemberChanges.Revoke(db, id, "Disabled", null, ct);
            db.Publish(new MemberStateChanged(id, state == MemberState.Active, db.UtcNow()));
        }
        await db.SaveChangesAsync(ct);
        return await MemberView.Read(db, member, ct);
    }
}

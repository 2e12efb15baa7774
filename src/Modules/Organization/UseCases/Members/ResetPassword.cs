using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Members;

/// <summary>An administrator sets a member's password, ends their sessions and lifts a lock.</summary>
internal static class ResetPassword
{
    internal sealed record ResetPasswordRequest
    {
        public required string NewPassword { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/members/{id:guid}/reset-password", Handle).WithName(nameof(ResetPassword)).WithTags("Members")
            .WithSummary("Sets a member's password, ends their sessions and lifts a lock.")
            .Requires(Permission.ManageMembers).RequireIfMatch().Answers<MemberView>().Refuses(RefusalKind.NotFound);

    static async Task<IResult> Handle(
        Guid id, ResetPasswordRequest request, ExpectedVersion version, Caller caller, Database database, AccountRules rules, AccessWrites writes,
        HttpContext http, CancellationToken ct)
    {
        string userName;
        await using (var db = database.Read(caller.TenantId))
        {
            if (await MemberChanges.FindVisible(db, caller, id, ct) is not { ArchivedAt: null } member) return MemberChanges.NotFound.ToProblem();
            userName = member.UserName;
        }
        if (await rules.Check("newPassword", request.NewPassword, userName) is { } weak) return weak.ToProblem();
        var hash = rules.Hash(request.NewPassword);
        return (await writes.Write(caller.Writes(), (db, token) => Reset(db, id, hash, version, caller, token), ct)).ToOk(http);
    }

    static async Task<Outcome<MemberView>> Reset(
        CrmDb db, Guid id, string hash, ExpectedVersion version, Caller caller, CancellationToken ct)
    {
        if (await MemberChanges.FindVisible(db, caller, id, ct) is not { ArchivedAt: null } member) return MemberChanges.NotFound;
        if (version.Check(member.Version) is { } stale) return stale;
        if (MemberChanges.RefuseBeyond(caller, await MemberChanges.GrantsOf(db, id, ct)) is { } beyond) return beyond;
        await MemberChanges.Revoke(db, id, "PasswordChanged", null, ct);
        var credential = await db.Set<Credential>().SingleAsync(row => row.MemberId == id, ct);
        credential.PasswordHash = hash;
        credential.PasswordSetAt = db.UtcNow();
        credential.FailedCount = 0;
        credential.LockedUntil = null;
        db.Entry(member).Property(row => row.UpdatedAt).IsModified = true;
        db.Note(nameof(Member), id, "PasswordReset");
        await db.SaveChangesAsync(ct);
        return await MemberView.Read(db, member, ct);
    }
}

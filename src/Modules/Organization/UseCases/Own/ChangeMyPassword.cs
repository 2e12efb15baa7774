using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Own;

/// <summary>
/// A member changes their own password. Every other session ends; this one gets its next access token with its refresh token. Wrong guesses of the
/// present password count like wrong sign-ins, so that a borrowed session cannot try passwords.
/// </summary>
internal static class ChangeMyPassword
{
    internal sealed record ChangePasswordRequest
    {
        public required string CurrentPassword { get; init; }

        public required string NewPassword { get; init; }
    }

    internal sealed record Parts(Database Database, AccountRules Rules, AccessWrites Writes, SignInLimits Limits);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/me/password", Handle).WithName(nameof(ChangeMyPassword)).WithTags("Me")
            .WithSummary("Changes the caller's password and ends their other sessions.").Produces(StatusCodes.Status204NoContent)
            .Refuses(RefusalKind.Unprocessable);

    static async Task<IResult> Handle(ChangePasswordRequest request, Caller caller, Parts parts, HttpContext http, CancellationToken ct)
    {
        if (SessionOf(caller) is not { } sessionId)
            return Refusal.Forbidden("auth/session-needed", "A password is changed by the person who is signed in, not by a program with an API key.").ToProblem();
        if (parts.Limits.Check(http, $"password/{caller.MemberId:N}") is { } tooMany) return tooMany.ToProblem();
        string userName;
        string? hash;
        await using (var db = parts.Database.Read(caller.TenantId))
        {
            userName = await db.Set<Member>().Where(row => row.Id == caller.MemberId).Select(row => row.UserName).SingleAsync(ct);
            hash = await db.Set<Credential>().Where(row => row.MemberId == caller.MemberId).Select(row => row.PasswordHash).SingleAsync(ct);
        }
        if (await parts.Rules.Check("newPassword", request.NewPassword, userName) is { } weak) return weak.ToProblem();
        var verified = parts.Rules.Verify(hash, request.CurrentPassword.Length <= Domain.Names.MaxPassword ? request.CurrentPassword : "")
            != PasswordVerificationResult.Failed;
        var newHash = parts.Rules.Hash(request.NewPassword);
        var outcome = await parts.Writes.Write(
            caller.Writes(), (db, token) => Change(db, parts.Rules, caller, verified, hash, newHash, sessionId, token), ct);
        if (outcome.Refused(out var refusal)) return refusal.ToProblem();
        return outcome.Value
            ? TypedResults.NoContent()
            : Refusal.Field("currentPassword", "me/wrong-password", "This is not your present password.").ToProblem();
    }

    static async Task<Outcome<bool>> Change(
        CrmDb db, AccountRules rules, Caller caller, bool verified, string? hash, string newHash, Guid sessionId, CancellationToken ct)
    {
        using var users = rules.For(db);
        var account = (await users.FindByIdAsync(caller.MemberId.ToString("D")))!;
        if (await users.IsLockedOutAsync(account)) return false;
        if (!verified || account.Credential.PasswordHash != hash)
        {
            await users.AccessFailedAsync(account);
            SignInAudit.Failed(db, account, "WrongPassword");
            return false;
        }
        await MemberChanges.Revoke(db, caller.MemberId, "PasswordChanged", sessionId, ct);
        account.Credential.PasswordHash = newHash;
        account.Credential.PasswordSetAt = db.UtcNow();
        account.Credential.FailedCount = 0;
        db.Note(nameof(Member), caller.MemberId, "PasswordChanged");
        return true;
    }

    static Guid? SessionOf(Caller caller) =>
        caller.CredentialId.StartsWith("session:", StringComparison.Ordinal) && Guid.TryParseExact(caller.CredentialId[8..], "N", out var id) ? id : null;
}

using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Crm.Organization.UseCases.Auth;

/// <summary>
/// Tenant, user name and password for a pair of tokens. Whatever is wrong, the answer is the same, costs the same work and takes at least
/// the same time.
/// </summary>
internal static class SignIn
{
    const int Attempts = 20;

    internal sealed record SignInRequest
    {
        /// <summary>The tenant's short name.</summary>
        public required string Tenant { get; init; }

        public required string UserName { get; init; }

        public required string Password { get; init; }
    }

    internal sealed record Parts(
        Database Database, AccountRules Rules, Sessions Sessions, SignInLimits Limits, IOptions<SignInSettings> Options, TimeProvider Clock);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/auth/token", Handle).WithName(nameof(SignIn)).WithTags("Auth")
            .WithSummary("Signs in with tenant, user name and password.").Anonymous()
            .Answers<TokenAnswer>().Refuses(RefusalKind.Unauthorized, RefusalKind.TooManyRequests);

    static async Task<IResult> Handle(SignInRequest request, Parts parts, HttpContext http, CancellationToken ct)
    {
        var name = Names.Normalize(Cut(request.UserName));
        if (parts.Limits.Check(http, $"{Cut(request.Tenant)}/{name}") is { } tooMany) return tooMany.ToProblem();
        var started = parts.Clock.GetTimestamp();
        var outcome = await Try(request, name, parts, ct);
        if (outcome.IsRefused)
        {
            var rest = parts.Options.Value.RefusedAfter - parts.Clock.GetElapsedTime(started);
            if (rest > TimeSpan.Zero) await Task.Delay(rest, parts.Clock, ct);
        }
        http.Response.Headers.CacheControl = "no-store";
        return outcome.ToOk(http);
    }

    static async Task<Outcome<TokenAnswer>> Try(SignInRequest request, string name, Parts parts, CancellationToken ct)
    {
        var (tenantId, hash) = await Find(parts.Database, request.Tenant, name, ct);
        var password = request.Password.Length <= Names.MaxPassword ? request.Password : "";
        var verified = parts.Rules.Verify(hash, password);
        if (tenantId == Guid.Empty) return Refused;
        var rehashed = verified == PasswordVerificationResult.SuccessRehashNeeded ? parts.Rules.Hash(password) : null;
        for (var attempt = 1; ; attempt++)
        {
            var written = await parts.Database.Write(
                new WriteContext(tenantId, null),
                (db, token) => Record(db, parts.Rules, name, verified != PasswordVerificationResult.Failed, hash, rehashed, token),
                ct);
            // Another attempt for the same member was saved in between: count this one on top of it.
            if (written is { IsRefused: true, Refusal.Kind: RefusalKind.Stale } && attempt < Attempts) continue;
            if (written.Refused(out var refusal)) return refusal.Kind == RefusalKind.Stale ? Refused : refusal;
            return written.Value is { } open ? await parts.Sessions.Answer(tenantId, open, ct) : Refused;
        }
    }

    /// <summary>Null when the sign-in is denied; a refusal would undo the count of failures.</summary>
    static async Task<Outcome<OpenSession?>> Record(
        CrmDb db, AccountRules rules, string name, bool verified, string? hash, string? rehashed, CancellationToken ct)
    {
        using var users = rules.For(db);
        if (await users.FindByNameAsync(name) is not { } account) return Outcome<OpenSession?>.Of(null);
        if (await users.IsLockedOutAsync(account)) return Denied(db, account, "LockedOut");
        if (!verified || account.Credential.PasswordHash != hash)
        {
            await users.AccessFailedAsync(account);
            return Denied(db, account, "WrongPassword");
        }
        if (account.Member.State != MemberState.Active || account.Member.ArchivedAt is not null) return Denied(db, account, "NotActive");

        if (rehashed is not null) account.Credential.PasswordHash = rehashed;
        account.Credential.FailedCount = 0;
        account.Credential.LockedUntil = null;
        account.Credential.LastSignInAt = db.UtcNow();
        account.Credential.Revision++;
        await Tidy(db, account.Member.Id, ct);
        var (session, refreshToken) = Sessions.Begin(db, account.Member.Id);
        db.Note(nameof(Session), session.Id, "SignedIn", new { memberId = account.Member.Id }, account.Member.Id);
        return new OpenSession(account.Member.Id, session.Id, account.Credential.SecurityStamp, refreshToken);
    }

    static Outcome<OpenSession?> Denied(CrmDb db, Account account, string reason)
    {
        SignInAudit.Failed(db, account, reason);
        return Outcome<OpenSession?>.Of(null);
    }

    static async Task<(Guid TenantId, string? Hash)> Find(Database database, string slug, string name, CancellationToken ct)
    {
        // No name has such characters, and PostgreSQL refuses to look for them.
        if (!FieldErrors.IsText(slug) || !FieldErrors.IsText(name)) return (Guid.Empty, null);
        await using var across = database.ReadAcrossTenants();
        var found = await (
            from tenant in across.Set<Tenant>().IgnoreQueryFilters([CrmDb.TenantFilter])
            where tenant.Slug == slug
            join member in across.Set<Member>().IgnoreQueryFilters([CrmDb.TenantFilter])
                on new { TenantId = tenant.Id, Name = name } equals new { member.TenantId, Name = member.NormalizedUserName }
            join credential in across.Set<Credential>().IgnoreQueryFilters([CrmDb.TenantFilter]) on member.Id equals credential.MemberId
            select new { tenant.Id, credential.PasswordHash }).SingleOrDefaultAsync(ct);
        return found is null ? (Guid.Empty, null) : (found.Id, found.PasswordHash);
    }

    /// <summary>Sessions that can no longer be refreshed leave no rows behind.</summary>
    static async Task Tidy(CrmDb db, Guid memberId, CancellationToken ct)
    {
        var oldest = db.UtcNow() - RefreshRules.SessionLimit;
        var gone = db.Set<Session>().Where(row => row.MemberId == memberId && row.StartedAt < oldest);
        await db.Set<RefreshToken>().Where(row => gone.Any(session => session.Id == row.SessionId)).ExecuteDeleteAsync(ct);
        await gone.ExecuteDeleteAsync(ct);
    }

    static Refusal Refused => Refusal.Unauthorized("auth/sign-in-refused", "Tenant, user name and password do not belong together, or the member may not sign in now.");

    static string Cut(string text) => text.Length <= Names.MaxUserName ? text : text[..Names.MaxUserName];
}

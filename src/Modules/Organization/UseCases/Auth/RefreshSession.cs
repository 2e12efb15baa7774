using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Auth;

/// <summary>A refresh token for the next pair of tokens. Each is good once; a second use ends the session, because then two parties hold it.</summary>
internal static class RefreshSession
{
    const int Attempts = 10;

    internal sealed record RefreshRequest
    {
        public required string RefreshToken { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/auth/refresh", Handle).WithName(nameof(RefreshSession)).WithTags("Auth")
            .WithSummary("Exchanges a refresh token for a new pair of tokens.").Anonymous()
            .Answers<TokenAnswer>().Refuses(RefusalKind.Unauthorized);

    static async Task<IResult> Handle(
        RefreshRequest request, Database database, Sessions sessions, AccessCache cache, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        return (await Exchange(request.RefreshToken, database, sessions, cache, ct)).ToOk(http);
    }

    static async Task<Outcome<TokenAnswer>> Exchange(
        string text, Database database, Sessions sessions, AccessCache cache, CancellationToken ct)
    {
        if (!Secrets.TryReadRefreshToken(text, out var tenantId)) return Denied;
        var hash = Digest.Hex(text);
        Outcome<Rotation> written;
        var attempt = 0;
        do
        {
            written = await database.Write(new WriteContext(tenantId, null), (db, token) => Rotate(db, hash, token), ct);
        }
        while (written is { IsRefused: true, Refusal.Kind: RefusalKind.Stale } && ++attempt < Attempts); // a parallel use of the token was saved first
        if (written.Refused(out var refusal)) return refusal.Kind == RefusalKind.Stale ? Denied : refusal;
        if (written.Value is { Open: { } open }) return await sessions.Answer(tenantId, open, ct);
        if (written.Value is { Ended: true }) cache.Forget(tenantId);
        return Denied;
    }

    static async Task<Outcome<Rotation>> Rotate(CrmDb db, string hash, CancellationToken ct)
    {
        if (await db.Set<RefreshToken>().SingleOrDefaultAsync(row => row.Hash == hash, ct) is not { } token) return new Rotation(null, false);
        var session = await db.Set<Session>().SingleAsync(row => row.Id == token.SessionId, ct);
        var member = await db.Set<Member>().SingleAsync(row => row.Id == session.MemberId, ct);
        var active = member.State == MemberState.Active && member.ArchivedAt is null;
        switch (RefreshRules.Judge(db.UtcNow(), token.IssuedAt, token.RotatedAt, session.StartedAt, session.EndedAt, active))
        {
            case RefreshVerdict.Rotate:
                token.RotatedAt = db.UtcNow();
                session.Revision++;
                var stamp = await db.Set<Credential>().Where(row => row.MemberId == member.Id).Select(row => row.SecurityStamp).SingleAsync(ct);
                return new Rotation(new OpenSession(member.Id, session.Id, stamp, Sessions.AddToken(db, session.Id)), false);
            case RefreshVerdict.Reused:
                session.EndedAt = db.UtcNow();
                session.EndedBecause = "Reused";
                session.Revision++;
                db.Note(nameof(Session), session.Id, "TokenReused", new { memberId = member.Id });
                await AccessWrites.Touch(db, ct);
                return new Rotation(null, true);
            default:
                return new Rotation(null, false);
        }
    }

    static Refusal Denied => Refusal.Unauthorized("auth/refresh-refused", "The refresh token is unknown, used, expired or revoked. Sign in again.");

    sealed record Rotation(OpenSession? Open, bool Ended);
}

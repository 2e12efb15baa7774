using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Auth;

/// <summary>Ends the session that a refresh token belongs to, with its access tokens. An unknown token is answered alike: there is nothing left to end.</summary>
internal static class SignOut
{
    internal sealed record SignOutRequest
    {
        public required string RefreshToken { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/auth/sign-out", Handle).WithName(nameof(SignOut)).WithTags("Auth")
            .WithSummary("Ends a session.").Anonymous().Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> Handle(SignOutRequest request, AccessWrites writes, CancellationToken ct)
    {
        if (!Secrets.TryReadRefreshToken(request.RefreshToken, out var tenantId)) return TypedResults.NoContent();
        var hash = Digest.Hex(request.RefreshToken);
        return (await writes.Write(new WriteContext(tenantId, null), (db, token) => End(db, hash, token), ct)).ToNoContent();
    }

    static async Task<Outcome<Nothing>> End(CrmDb db, string hash, CancellationToken ct)
    {
        var session = await db.Set<Session>().SingleOrDefaultAsync(
            row => row.EndedAt == null && db.Set<RefreshToken>().Any(token => token.Hash == hash && token.SessionId == row.Id), ct);
        if (session is null) return Nothing.Value;
        session.EndedAt = db.UtcNow();
        session.EndedBecause = "SignedOut";
        session.Revision++;
        db.Note(nameof(Session), session.Id, "SignedOut", new { memberId = session.MemberId }, session.MemberId);
        return Nothing.Value;
    }
}

using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;

namespace Crm.Organization.Accounts;

/// <summary>Begins sessions and hands out their tokens.</summary>
internal sealed class Sessions(Database database, AccessCache cache, AccessTokens tokens, KeyVault vault, TimeProvider clock)
{
    internal static (Session Session, string RefreshToken) Begin(CrmDb db, Guid memberId)
    {
        var now = db.UtcNow();
        var session = new Session { TenantId = db.TenantId, Id = Guid.CreateVersion7(now), MemberId = memberId, StartedAt = now };
        db.Add(session);
        return (session, AddToken(db, session.Id));
    }

    internal static string AddToken(CrmDb db, Guid sessionId)
    {
        var text = Secrets.NewRefreshToken(db.TenantId);
        db.Add(new RefreshToken { TenantId = db.TenantId, Hash = Digest.Hex(text), SessionId = sessionId, IssuedAt = db.UtcNow() });
        return text;
    }

    internal async Task<TokenAnswer> Answer(Guid tenantId, OpenSession open, CancellationToken ct)
    {
        var access = await WithKey(tenantId, ct);
        return new TokenAnswer
        {
            AccessToken = tokens.Issue(access, open.MemberId, open.SessionId, open.SecurityStamp),
            RefreshToken = open.RefreshToken,
            ExpiresIn = AccessTokens.ExpiresIn,
        };
    }

    async Task<TenantAccess> WithKey(Guid tenantId, CancellationToken ct)
    {
        var access = await cache.Get(tenantId, ct) ?? throw new InvalidOperationException("The tenant is gone.");
        if (access.Keys.Newest is { } newest && clock.UtcNow() - newest.CreatedAt < KeyVault.Lifetime) return access;
        // First sign-in of a tenant, a key grown old, or one that can no longer be opened.
        await database.Write(new WriteContext(tenantId, null), async (db, token) =>
        {
            await AccessWrites.Touch(db, token);
            db.Add(vault.Make(tenantId, db.UtcNow()));
            return Outcome<Nothing>.Of(Nothing.Value);
        }, ct);
        cache.Forget(tenantId);
        return await cache.Get(tenantId, ct) ?? throw new InvalidOperationException("The tenant is gone.");
    }
}

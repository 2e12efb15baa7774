using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Crm.Organization.Access;

/// <summary>Short-lived access tokens: JWTs signed with the tenant's own key.</summary>
internal sealed class AccessTokens(AccessCache cache, TimeProvider clock)
{
    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    const string Issuer = "crm";
    const string TenantClaim = "tid";
    const string SessionClaim = "sid";
    const string StampClaim = "stp";

    static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    internal string Issue(TenantAccess access, Guid memberId, Guid sessionId, string stamp)
    {
        var now = clock.UtcNow();
        var key = access.Keys.ToSign(now) ?? throw new InvalidOperationException("The tenant has no signing key.");
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = now,
            Expires = now + Lifetime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = memberId.ToString("N"),
                [TenantClaim] = access.Tenant.Id.ToString("N"),
                [SessionClaim] = sessionId.ToString("N"),
                [StampClaim] = stamp,
            },
        });
    }

    /// <summary>Proves signature and life of a token. Whether its member and session still stand is another question.</summary>
    internal async Task<Outcome<TokenFacts>> Read(string text, CancellationToken ct)
    {
        if (text.Length > 2000 || !Handler.CanReadToken(text)) return Invalid;
        JsonWebToken token;
        try
        {
            token = Handler.ReadJsonWebToken(text);
        }
        catch (ArgumentException)
        {
            return Invalid;
        }
        if (!TryId(token, TenantClaim, out var tenantId) || await cache.Get(tenantId, ct) is not { } access) return Invalid;
        if (access.Keys.Find(token.Kid) is not { } key) return Invalid;
        var now = clock.UtcNow();
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Issuer,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (_, expires, _, _) => expires > now,
        });
        if (result.Exception is SecurityTokenInvalidLifetimeException)
            return Refusal.Unauthorized("auth/token-expired", "The access token has expired. Get another one with the refresh token.");
        return result.IsValid && TryId(token, JwtRegisteredClaimNames.Sub, out var memberId) && TryId(token, SessionClaim, out var sessionId)
            && token.TryGetPayloadValue<string>(StampClaim, out var stamp)
            ? new TokenFacts(tenantId, sessionId, memberId, stamp, token.ValidTo)
            : Invalid;
    }

    internal static Refusal Invalid => Refusal.Unauthorized("auth/invalid-token", "The access token is not valid. Sign in again.");

    static bool TryId(JsonWebToken token, string claim, out Guid id)
    {
        id = default;
        return token.TryGetPayloadValue<string>(claim, out var text) && Guid.TryParseExact(text, "N", out id);
    }

    internal static int ExpiresIn => (int)Lifetime.TotalSeconds;

}

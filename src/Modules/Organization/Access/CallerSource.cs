using System.Collections.Concurrent;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.Access;

/// <summary>
/// The caller behind <c>Authorization: Bearer</c> or <c>X-Api-Key</c>. A credential is proved once and then known by its hash; each request only
/// asks whether what the node remembers of the tenant is still the same object. When it is not, member, stamp and session are looked at again.
/// </summary>
internal sealed class CallerSource(Database database, AccessCache cache, AccessTokens tokens, KeyUses uses, TimeProvider clock) : ICallerSource
{
    const string BearerPrefix = "Bearer ";
    const int MaxKnown = 20_000;
    const int MaxCredentialLength = 4000;

    readonly ConcurrentDictionary<Digest, Known> _known = new();

    static Refusal Missing => Refusal.Unauthorized("auth/credentials-missing", "Send Authorization: Bearer with an access token, or X-Api-Key.");

    static Refusal Ended => Refusal.Unauthorized("auth/credentials-ended", "The session has ended. Sign in again.");

    static Refusal BadKey => Refusal.Unauthorized("auth/invalid-api-key", "The API key is unknown, revoked or expired.");

    public ValueTask<Outcome<Caller>> Find(HttpContext http)
    {
        ReadOnlySpan<char> text;
        bool isKey;
        var authorization = http.Request.Headers.Authorization;
        if (authorization.Count == 1 && authorization[0] is { } bearer && bearer.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase))
        {
            text = bearer.AsSpan(BearerPrefix.Length).Trim();
            isKey = false;
        }
        else if (authorization.Count == 0 && http.Request.Headers["X-Api-Key"] is { Count: 1 } key && key[0] is { } value)
        {
            text = value;
            isKey = true;
        }
        else
        {
            return new(Missing);
        }
        if (text.Length is 0 or > MaxCredentialLength) return new(Missing);

        var digest = Digest.Of(text);
        if (_known.TryGetValue(digest, out var known))
        {
            var now = clock.GetUtcNow().UtcTicks;
            if (now < known.ExpiresAtTicks
                && known.Bound is { } bound && ReferenceEquals(bound.Access, cache.Fresh(known.Facts.TenantId)))
            {
                if (known.IsKey && now - known.NotedAtTicks >= uses.EveryTicks) Note(known, now);
                return new(bound.Caller);
            }
            return new(Again(digest, known, http.RequestAborted));
        }
        return new(First(digest, text.ToString(), isKey, http.RequestAborted));
    }

    async Task<Outcome<Caller>> First(Digest digest, string text, bool isKey, CancellationToken ct)
    {
        Known known;
        if (isKey)
        {
            if (!Secrets.TryReadApiKey(text, out var tenantId, out var keyId)) return BadKey;
            known = new Known(new TokenFacts(tenantId, keyId, Guid.Empty, null, DateTime.MaxValue), Digest.Hex(text));
        }
        else
        {
            var facts = await tokens.Read(text, ct);
            if (facts.Refused(out var refusal)) return refusal;
            known = new Known(facts.Value, null);
        }
        var bound = await Bind(known, ct);
        if (!bound.IsRefused) Remember(digest, known);
        return bound;
    }

    async Task<Outcome<Caller>> Again(Digest digest, Known known, CancellationToken ct)
    {
        var bound = await Bind(known, ct);
        if (bound.IsRefused) _known.TryRemove(digest, out _);
        return bound;
    }

    async Task<Outcome<Caller>> Bind(Known known, CancellationToken ct)
    {
        if (clock.GetUtcNow().UtcTicks >= known.ExpiresAtTicks)
            return Refusal.Unauthorized("auth/token-expired", "The credential has expired.");
        var facts = known.Facts;
        if (await cache.Get(facts.TenantId, ct) is not { } access) return known.IsKey ? BadKey : Ended;
        var caller = known.IsKey ? await Key(access, known, ct) : await Session(access, facts, ct);
        if (!caller.IsRefused) known.Bound = new Bound(access, caller.Value);
        return caller;
    }

    async Task<Outcome<Caller>> Session(TenantAccess access, TokenFacts facts, CancellationToken ct)
    {
        if (await cache.Member(access, facts.MemberId, ct) is not { Member.Active: true } member || member.SecurityStamp != facts.SecurityStamp)
            return Ended;
        await using var db = database.Read(facts.TenantId);
        var stands = await db.Set<Session>().AnyAsync(
            row => row.Id == facts.CredentialId && row.MemberId == facts.MemberId && row.EndedAt == null, ct);
        return stands ? member.ToCaller(facts.TenantId, $"session:{facts.CredentialId:N}") : Ended;
    }

    async Task<Outcome<Caller>> Key(TenantAccess access, Known known, CancellationToken ct)
    {
        await using var db = database.Read(known.Facts.TenantId);
        var keyId = known.Facts.CredentialId;
        var row = await db.Set<ApiKey>().SingleOrDefaultAsync(key => key.Id == keyId, ct);
        if (row is null || row.SecretHash != known.KeyHash || row.RevokedAt is not null || row.ArchivedAt is not null || row.ExpiresAt <= clock.UtcNow())
            return BadKey;
        if (await cache.Member(access, row.MemberId, ct) is not { Member.Active: true } member) return BadKey;
        if (row.ExpiresAt is { } expires) known.ExpiresAtTicks = expires.Ticks;
        Note(known, clock.GetUtcNow().UtcTicks);
        // Only a key that was given nothing in particular has all that its member has; one whose rights a release no longer knows has none.
        return member.ToCaller(known.Facts.TenantId, $"key:{keyId:N}", row.Permissions.Length == 0 ? null : GrantsText.Permissions(row.Permissions));
    }

    void Note(Known known, long nowTicks)
    {
        known.NotedAtTicks = nowTicks;
        uses.Note(known.Facts.TenantId, known.Facts.CredentialId, nowTicks);
    }

    void Remember(Digest digest, Known known)
    {
        if (_known.Count >= MaxKnown)
        {
            var now = clock.GetUtcNow().UtcTicks;
            foreach (var (key, old) in _known)
            {
                if (old.ExpiresAtTicks <= now) _known.TryRemove(key, out _);
            }
            // Still full of living credentials: start over rather than grow. Each is proved again when next seen.
            if (_known.Count >= MaxKnown) _known.Clear();
        }
        _known[digest] = known;
    }

    sealed class Known(TokenFacts facts, string? keyHash)
    {
        Bound? _bound;

        public TokenFacts Facts => facts;

        public string? KeyHash => keyHash;

        public bool IsKey => keyHash is not null;

        public long ExpiresAtTicks { get; set; } = facts.ExpiresAt.Ticks;

        public long NotedAtTicks { get; set; }

        public Bound? Bound
        {
            get => Volatile.Read(ref _bound);
            set => Volatile.Write(ref _bound, value);
        }
    }

    sealed record Bound(TenantAccess Access, Caller Caller);
}

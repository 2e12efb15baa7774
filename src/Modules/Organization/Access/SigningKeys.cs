using Microsoft.IdentityModel.Tokens;

namespace Crm.Organization.Access;

/// <summary>The keys that sign a tenant's access tokens, oldest first.</summary>
internal sealed class SigningKeys(IReadOnlyList<SigningKeys.Opened> keys)
{
    /// <summary>Other nodes must have seen a new key before a token signed by it reaches them.</summary>
    static readonly TimeSpan KnownEverywhereAfter = TimeSpan.FromSeconds(10);

    internal SymmetricSecurityKey? Find(string? keyId) => keys.FirstOrDefault(key => key.Key.KeyId == keyId)?.Key;

    internal Opened? Newest => keys.Count == 0 ? null : keys[^1];

    /// <summary>The key to sign with now.</summary>
    internal SymmetricSecurityKey? ToSign(DateTime now) =>
        (keys.LastOrDefault(key => now - key.CreatedAt >= KnownEverywhereAfter) ?? (keys.Count == 0 ? null : keys[0]))?.Key;

    internal sealed record Opened(SymmetricSecurityKey Key, DateTime CreatedAt);
}

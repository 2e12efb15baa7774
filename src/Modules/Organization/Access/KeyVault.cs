using System.Security.Cryptography;
using Crm.Organization.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Crm.Organization.Access;

/// <summary>Makes and opens signing keys. They are encrypted by data protection, whose own keys every node of an installation shares.</summary>
internal sealed class KeyVault(IDataProtectionProvider protection, TimeProvider clock, ILogger<KeyVault> log)
{
    /// <summary>A key older than this gets a successor.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromDays(80);

    const int KeyBytes = 32;

    readonly IDataProtector _protector = protection.CreateProtector("Crm.Organization.SigningKey.v1");

    internal SigningKey Make(Guid tenantId, DateTime now) => new()
    {
        TenantId = tenantId,
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        ProtectedKey = Convert.ToBase64String(_protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes))),
        CreatedAt = now,
    };

    internal SigningKeys Open(IEnumerable<SigningKey> rows)
    {
        var opened = new List<SigningKeys.Opened>();
        foreach (var row in rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id))
        {
            try
            {
                var key = new SymmetricSecurityKey(_protector.Unprotect(Convert.FromBase64String(row.ProtectedKey))) { KeyId = row.Id.ToString("N") };
                opened.Add(new SigningKeys.Opened(key, row.CreatedAt));
            }
            catch (CryptographicException e)
            {
                // The data-protection keys of this installation were lost or replaced. Sign-in makes a new signing key; old sessions refresh.
                log.LogWarning(e, "Signing key {KeyId} cannot be opened and is passed over", row.Id);
            }
        }
        return new SigningKeys(opened);
    }
}

using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>One link of a session's chain. Only its hash is kept.</summary>
internal sealed class RefreshToken : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>SHA-256 of the token, hex.</summary>
    public required string Hash { get; set; }

    public Guid SessionId { get; set; }

    public DateTime IssuedAt { get; set; }

    /// <summary>Set when it was exchanged for its successor.</summary>
    public DateTime? RotatedAt { get; set; }
}

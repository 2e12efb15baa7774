using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>Lets a program act as a member, with no more than the permissions named here.</summary>
internal sealed class ApiKey : Entity, IAudited
{
    public required string Name { get; set; }

    /// <summary>The member it acts as.</summary>
    public Guid MemberId { get; set; }

    /// <summary>SHA-256 of the secret, hex. The secret itself is shown once and kept nowhere.</summary>
    [Personal]
    public required string SecretHash { get; set; }

    /// <summary>The first characters of the key, so that people can tell keys apart.</summary>
    public required string Prefix { get; set; }

    /// <summary>Names of permissions, divided by commas; empty means all that the member has at the time of the call.</summary>
    public required string Permissions { get; set; }

    public DateTime? ExpiresAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    /// <summary>Written now and then and past the version: it tells whether a key is in use, not when each call came.</summary>
    public DateTime? LastUsedAt { get; set; }
}

namespace Crm.Platform.Data;

/// <summary>A key, the hash of what was asked, and the answer: written by the same save as the effect.</summary>
public sealed class IdempotencyRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid MemberId { get; set; }

    public required string Key { get; set; }

    /// <summary>SHA-256 of operation and body, hex.</summary>
    public required string RequestHash { get; set; }

    /// <summary>The outcome's value as JSON.</summary>
    public required string Answer { get; set; }

    public DateTime CreatedAt { get; set; }
}

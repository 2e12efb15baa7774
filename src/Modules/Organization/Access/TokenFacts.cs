namespace Crm.Organization.Access;

/// <summary>What a credential says once its signature or secret is proved.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="CredentialId">The session or the API key.</param>
/// <param name="MemberId">The member; empty for an API key, whose row names the member.</param>
/// <param name="SecurityStamp">The stamp at the time of signing; null for an API key.</param>
/// <param name="ExpiresAt">When the credential itself ends.</param>
internal sealed record TokenFacts(Guid TenantId, Guid CredentialId, Guid MemberId, string? SecurityStamp, DateTime ExpiresAt);

using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>Signs the tenant's access tokens; in the database so that every node has it, encrypted so that a copy of the database does not give it.</summary>
internal sealed class SigningKey : ITenantOwned, IHasId
{
    public Guid TenantId { get; set; }

    /// <summary>The token's <c>kid</c>.</summary>
    public Guid Id { get; set; }

    public required string ProtectedKey { get; set; }

    public DateTime CreatedAt { get; set; }
}

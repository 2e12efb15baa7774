using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>The one row that says that the installation has its first tenant. Its key makes a second one impossible, whoever races.</summary>
internal sealed class Installation : ITenantOwned
{
    internal const int Only = 1;

    public int Id { get; set; } = Only;

    public Guid TenantId { get; set; }

    public DateTime CompletedAt { get; set; }
}

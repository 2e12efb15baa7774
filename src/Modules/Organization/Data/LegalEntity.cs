using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>A company of the tenant that signs contracts and issues documents.</summary>
internal sealed class LegalEntity : Entity, IAudited
{
    public required string Name { get; set; }

    /// <summary>Unified social credit code.</summary>
    public string? Uscc { get; set; }

    public string? Address { get; set; }

    /// <summary>The one that documents name when nobody says which.</summary>
    public bool IsDefault { get; set; }
}

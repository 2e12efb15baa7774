using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>What its holders may do and how far they see. Every tenant has its own copies of the built-in ones and may change them.</summary>
internal sealed class Role : Entity, IAudited
{
    /// <summary>Stable within the tenant, e.g. <c>sales-manager</c>.</summary>
    public required string Key { get; set; }

    public required string Name { get; set; }

    public bool BuiltIn { get; set; }

    /// <summary>Names of permissions, divided by commas.</summary>
    public required string Permissions { get; set; }

    /// <summary><c>Resource:Scope</c> pairs, divided by commas. Of a resource that is not named, e.g. one of a later release, nothing is seen.</summary>
    public required string Scopes { get; set; }
}

using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>A node of the tenant's tree. The root is the company.</summary>
internal sealed class Department : Entity, IAudited
{
    public required string Name { get; set; }

    public Guid? ParentId { get; set; }

    /// <summary>Ids from the root down to this one, <c>/</c> before and after each.</summary>
    public required string Path { get; set; }

    /// <summary>The member who leads it.</summary>
    public Guid? LeaderId { get; set; }

    public string? ExternalSource { get; set; }

    public string? ExternalId { get; set; }
}

namespace Crm.Platform.Data;

/// <summary>A mutable resource: opaque id, version for If-Match, who and when. Stamped by <see cref="CrmDb"/> on save.</summary>
public abstract class Entity : ITenantOwned, IHasId
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>Starts at 1 and rises by one with each save; the concurrency token and the ETag.</summary>
    public int Version { get; set; }

    public DateTime CreatedAt { get; set; }

    public Guid? CreatedBy { get; set; }

    public DateTime UpdatedAt { get; set; }

    public Guid? UpdatedBy { get; set; }

    /// <summary>DELETE archives; nothing else is a soft delete.</summary>
    public DateTime? ArchivedAt { get; set; }
}

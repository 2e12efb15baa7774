namespace Crm.Platform.Data;

/// <summary>Every stored row. Reads are filtered by it, writes are checked against it, and on server engines row-level security enforces it too.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; set; }
}

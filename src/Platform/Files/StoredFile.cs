using Crm.Platform.Data;

namespace Crm.Platform.Files;

/// <summary>A file as it was sent: name, size, hash. Its bytes stand in <see cref="StoredFilePart"/>s.</summary>
public sealed class StoredFile : ITenantOwned, IHasId
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required string Name { get; set; }

    public required string ContentType { get; set; }

    public long Length { get; set; }

    /// <summary>SHA-256 of the bytes, hex; empty until the last byte has come.</summary>
    public string Sha256 { get; set; } = "";

    public Guid? CreatedBy { get; set; }

    public DateTime CreatedAt { get; set; }

    public bool IsComplete => Sha256.Length > 0;
}

using Crm.Platform.Data;

namespace Crm.Platform.Files;

/// <summary>A file as it was sent: name, size, hash. Its bytes stand where <see cref="Place"/> says.</summary>
public sealed class StoredFile : ITenantOwned, IHasId
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required string Name { get; set; }

    public required string ContentType { get; set; }

    public long Length { get; set; }

    /// <summary>SHA-256 of the bytes, hex.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>What the bytes are: the key of a <see cref="FileFormat"/>.</summary>
    public string Format { get; set; } = "";

    public FilePlace Place { get; set; }

    /// <summary>How many versions of files on records hold it. An upload that nobody holds has none.</summary>
    public int Uses { get; set; }

    /// <summary>When it goes; null while it is in use.</summary>
    public DateTime? ExpiresAt { get; set; }

    public Guid? CreatedBy { get; set; }

    public DateTime CreatedAt { get; set; }
}

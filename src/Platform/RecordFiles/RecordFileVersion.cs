using Crm.Platform.Data;

namespace Crm.Platform.RecordFiles;

/// <summary>A version of a file on a record. Never changed; a former one that is brought back becomes a new one.</summary>
public sealed class RecordFileVersion : ITenantOwned, IHasId, IAudited
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid FileId { get; set; }

    public int No { get; set; }

    public Guid ContentId { get; set; }

    public required string Format { get; set; }

    public long Length { get; set; }

    public required string Sha256 { get; set; }

    /// <summary>What is new in it.</summary>
    [Personal]
    public string? Comment { get; set; }

    /// <summary>The version that was brought back.</summary>
    public int? RestoredFrom { get; set; }

    public Guid? CreatedBy { get; set; }

    public DateTime CreatedAt { get; set; }
}

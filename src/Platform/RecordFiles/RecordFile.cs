using Crm.Platform.Data;
using Crm.Platform.Files;

namespace Crm.Platform.RecordFiles;

/// <summary>A file on a record, under one name, with all its versions. What its current version is stands here too, for lists.</summary>
public sealed class RecordFile : Entity, IAudited
{
    [Personal]
    public required string Name { get; set; }

    [Personal]
    public string? Description { get; set; }

    public required string RecordKind { get; set; }

    public Guid RecordId { get; set; }

    public FileKind Kind { get; set; }

    public required string Format { get; set; }

    public long Length { get; set; }

    public required string Sha256 { get; set; }

    /// <summary>The stored file of the current version; another file of the tenant may have the same.</summary>
    public Guid ContentId { get; set; }

    /// <summary>The number of the current version, from 1.</summary>
    public int CurrentNo { get; set; }

    /// <summary>When the current version came, and from whom.</summary>
    public DateTime ContentAt { get; set; }

    public Guid? ContentBy { get; set; }

    /// <summary>When its content was erased for good; its row stays for what refers to it.</summary>
    public DateTime? ErasedAt { get; set; }
}

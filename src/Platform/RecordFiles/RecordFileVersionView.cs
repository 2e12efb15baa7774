using Crm.Platform.Files;

namespace Crm.Platform.RecordFiles;

/// <summary>A version of a file on a record.</summary>
public sealed record RecordFileVersionView
{
    public required Guid Id { get; init; }

    /// <summary>From 1.</summary>
    public required int No { get; init; }

    public required string ContentType { get; init; }

    public required long Length { get; init; }

    /// <summary>SHA-256, hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What is new in it.</summary>
    public string? Comment { get; init; }

    /// <summary>The former version that this one brought back.</summary>
    public int? RestoredFrom { get; init; }

    public Guid? CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    internal static RecordFileVersionView Of(RecordFileVersion row) => new()
    {
        Id = row.Id,
        No = row.No,
        ContentType = FileFormats.Of(row.Format).ContentType,
        Length = row.Length,
        Sha256 = row.Sha256,
        Comment = row.Comment,
        RestoredFrom = row.RestoredFrom,
        CreatedBy = row.CreatedBy,
        CreatedAt = row.CreatedAt,
    };
}

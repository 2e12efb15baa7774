using Crm.Platform.Files;

namespace Crm.Platform.RecordFiles;

/// <summary>What a tenant takes of files, and how much space they take.</summary>
public sealed record FileLimitsView
{
    /// <summary>For If-Match; 0 while nothing was set.</summary>
    public required int Version { get; init; }

    /// <summary>Bytes of a single file: 1 KB to 100 MB.</summary>
    public required long MaxFileBytes { get; init; }

    /// <summary>Bytes of all versions of all files: 1 MB to 10 TB.</summary>
    public required long QuotaBytes { get; init; }

    /// <summary>Bytes that are there; versions of the same content count once.</summary>
    public required long UsedBytes { get; init; }

    /// <summary>Kinds of files that are taken, by their content.</summary>
    public required IReadOnlyList<FileKind> AllowedKinds { get; init; }

    internal static FileLimitsView Of(FileLimits row) => new()
    {
        Version = row.Version,
        MaxFileBytes = row.MaxFileBytes,
        QuotaBytes = row.QuotaBytes,
        UsedBytes = row.UsedBytes,
        AllowedKinds = row.Kinds,
    };
}

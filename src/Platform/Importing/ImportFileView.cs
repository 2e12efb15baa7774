using Crm.Platform.Files;

namespace Crm.Platform.Importing;

/// <summary>A file that was stored for imports.</summary>
public sealed record ImportFileView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required long Length { get; init; }

    /// <summary>SHA-256, hex.</summary>
    public required string Sha256 { get; init; }

    public required DateTime CreatedAt { get; init; }

    internal static ImportFileView Of(StoredFile file) => new()
    {
        Id = file.Id,
        Name = file.Name,
        Length = file.Length,
        Sha256 = file.Sha256,
        CreatedAt = file.CreatedAt,
    };
}

namespace Crm.Platform.Files;

/// <summary>A stored file as the API shows it.</summary>
public sealed record FileView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required long Length { get; init; }

    /// <summary>SHA-256, hex.</summary>
    public required string Sha256 { get; init; }

    public required DateTime CreatedAt { get; init; }

    internal static FileView Of(StoredFile file) => new()
    {
        Id = file.Id,
        Name = file.Name,
        Length = file.Length,
        Sha256 = file.Sha256,
        CreatedAt = file.CreatedAt,
    };
}

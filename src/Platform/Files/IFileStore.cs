namespace Crm.Platform.Files;

/// <summary>Where files are kept. In the database by default, so that a second node and a backup have them.</summary>
public interface IFileStore
{
    /// <summary>Stores a stream of any length up to <paramref name="maxBytes"/>; refuses a longer one and keeps nothing of it.</summary>
    Task<Outcome<StoredFile>> Save(
        Guid tenantId, Guid? memberId, string name, string contentType, Stream content, long maxBytes, CancellationToken ct);

    /// <summary>A complete file of this tenant, or null.</summary>
    Task<StoredFile?> Find(Guid tenantId, Guid fileId, CancellationToken ct);

    /// <summary>Reads the file forward, one part in memory at a time.</summary>
    Stream Open(StoredFile file);

    Task Remove(Guid tenantId, Guid fileId, CancellationToken ct);
}

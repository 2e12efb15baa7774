namespace Crm.Platform.Files;

/// <summary>A place where the bytes of files stand: the database or a folder. The row of a file says which.</summary>
interface IFileBytes
{
    FilePlace Place { get; }

    /// <summary>Writes all of the stream; durable when it returns. Called before the file's row is there.</summary>
    Task Write(Guid tenantId, Guid fileId, Stream content, CancellationToken ct);

    Stream Open(StoredFile file);

    /// <summary>Removes the bytes, or what is there of them.</summary>
    Task Remove(Guid tenantId, Guid fileId, CancellationToken ct);

    /// <summary>Removes bytes older than <paramref name="before"/> that no row stands for: of uploads that were cut off by a kill.</summary>
    /// <returns>How many files or parts went; bounded for each call.</returns>
    Task<int> RemoveOrphans(DateTime before, CancellationToken ct);
}

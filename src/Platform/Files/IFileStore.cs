using Crm.Platform.Data;

namespace Crm.Platform.Files;

/// <summary>
/// Where files are kept: in the database by default, so that a second node and a backup have them, or in a folder. A stored file is kept
/// for a while; one that is to stay is kept by whoever uses it, in the transaction that uses it.
/// </summary>
public interface IFileStore
{
    /// <summary>
    /// Stores a stream of any length up to <paramref name="maxBytes"/>; refuses a longer one. Of a stream that is refused or breaks off nothing
    /// is left.
    /// </summary>
    /// <param name="tenantId">Whose file it is.</param>
    /// <param name="memberId">Who sends it.</param>
    /// <param name="name">As it was sent; cleaned of folders and of what no file system takes.</param>
    /// <param name="contentType">As it was sent; what it is, its bytes say.</param>
    /// <param name="content">Read forward once.</param>
    /// <param name="maxBytes">The longest that is taken.</param>
    /// <param name="keepFor">How long it stays when nobody keeps it.</param>
    /// <param name="ct">Stops it.</param>
    Task<Outcome<StoredFile>> Save(
        Guid tenantId, Guid? memberId, string name, string contentType, Stream content, long maxBytes, TimeSpan keepFor, CancellationToken ct);

    /// <summary>A complete file of this tenant, or null.</summary>
    Task<StoredFile?> Find(Guid tenantId, Guid fileId, CancellationToken ct);

    /// <summary>Reads the file, one part in memory at a time; can be moved to a position.</summary>
    Stream Open(StoredFile file);

    /// <summary>
    /// Counts a use of the file in the caller's transaction, so that it stays. When the tenant already keeps the same bytes, those are used and
    /// the file that is answered is another one.
    /// </summary>
    /// <returns>The file that holds the bytes.</returns>
    Task<StoredFile> Use(CrmDb db, StoredFile file, CancellationToken ct);

    /// <summary>Ends a use, in the caller's transaction. True when it was the last: then the file is to be removed after the commit.</summary>
    Task<bool> Release(CrmDb db, Guid fileId, CancellationToken ct);

    /// <summary>Removes a file that nobody uses; one that is in use stays.</summary>
    Task Remove(Guid tenantId, Guid fileId, CancellationToken ct);
}

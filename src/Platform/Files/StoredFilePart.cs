using Crm.Platform.Data;

namespace Crm.Platform.Files;

/// <summary>A bounded piece of a file: written and read one at a time, so that no transaction and no memory holds a whole one.</summary>
public sealed class StoredFilePart : ITenantOwned
{
    public const int Bytes = 256 * 1024;

    public Guid TenantId { get; set; }

    public Guid FileId { get; set; }

    public int No { get; set; }

    public required byte[] Content { get; set; }
}

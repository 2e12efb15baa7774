using Crm.Platform.Data;

namespace Crm.Platform.Files;

/// <summary>A small picture of a stored file, made when it was first asked for. One that could not be made is remembered too.</summary>
public sealed class FilePreview : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid FileId { get; set; }

    /// <summary>The box that it fits, in pixels.</summary>
    public int Box { get; set; }

    /// <summary>WebP; empty when there is a problem.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>Why there is none, as a code of a refusal.</summary>
    public string? Problem { get; set; }

    public DateTime CreatedAt { get; set; }
}

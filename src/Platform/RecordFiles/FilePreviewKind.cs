namespace Crm.Platform.RecordFiles;

/// <summary>How a file can be looked at without being opened.</summary>
public enum FilePreviewKind
{
    None,

    /// <summary><c>GET /files/{id}/preview</c> gives a picture of it.</summary>
    Image,

    /// <summary>A browser shows the content by itself.</summary>
    Pdf,
}

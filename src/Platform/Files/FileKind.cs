namespace Crm.Platform.Files;

/// <summary>What sort of file it is, by its content.</summary>
public enum FileKind
{
    Image,
    Pdf,
    Document,
    Spreadsheet,
    Presentation,

    /// <summary>Plain text, CSV, JSON.</summary>
    Text,

    /// <summary>HTML, SVG, XML: never shown by a browser as a page of ours.</summary>
    Markup,
    Mail,
    Archive,
    Audio,
    Video,

    /// <summary>What a machine would run: never taken unless a tenant allows it.</summary>
    Program,

    /// <summary>Anything that is not recognised.</summary>
    Other,
}

namespace Crm.Platform.Files;

/// <summary>The formats that are told apart, and what the ending of a name promises.</summary>
static class FileFormats
{
    const string Bytes = "application/octet-stream";

    public static readonly FileFormat Other = new("other", FileKind.Other, Bytes, "a file of an unknown kind");

    /// <summary>The container of old Office files; which of them it is, its name says.</summary>
    public static readonly FileFormat Ole = new("ole", FileKind.Document, "application/x-ole-storage", "an Office file of the old format",
        "doc", "dot", "xls", "xlt", "ppt", "pps", "pot", "msg", "vsd", "mpp", "pub", "wps", "et", "dps");

    public static readonly FileFormat Zip = new("zip", FileKind.Archive, "application/zip", "a ZIP archive", "zip");

    public static readonly FileFormat Text = new("text", FileKind.Text, "text/plain", "a text", "txt", "csv", "tsv", "md", "json", "log", "ics", "vcf", "eml", "yaml", "yml", "ini", "sql");

    public static readonly FileFormat Html = new("html", FileKind.Markup, Bytes, "an HTML page", "html", "htm", "xhtml", "mht", "mhtml");

    public static readonly FileFormat Svg = new("svg", FileKind.Markup, Bytes, "an SVG drawing", "svg");

    public static readonly FileFormat Xml = new("xml", FileKind.Markup, Bytes, "an XML document", "xml", "xsd", "xsl", "ofd");

    public static readonly FileFormat Program = new("program", FileKind.Program, Bytes, "a program",
        "exe", "dll", "com", "scr", "msi", "msp", "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta", "cpl", "jar", "apk", "app", "dmg", "pkg",
        "deb", "rpm", "sh", "bash", "lnk", "reg", "url", "scf", "chm", "iso", "vhd", "vhdx", "xll", "appx", "msix");

    static readonly FileFormat[] All =
    [
        new("png", FileKind.Image, "image/png", "a PNG picture", "png"),
        new("jpeg", FileKind.Image, "image/jpeg", "a JPEG picture", "jpg", "jpeg", "jpe", "jfif"),
        new("gif", FileKind.Image, "image/gif", "a GIF picture", "gif"),
        new("webp", FileKind.Image, "image/webp", "a WebP picture", "webp"),
        new("bmp", FileKind.Image, "image/bmp", "a BMP picture", "bmp", "dib"),
        new("tiff", FileKind.Image, "image/tiff", "a TIFF picture", "tif", "tiff"),
        new("heic", FileKind.Image, "image/heic", "a HEIC picture", "heic", "heif"),
        new("avif", FileKind.Image, "image/avif", "an AVIF picture", "avif"),
        new("psd", FileKind.Image, "image/vnd.adobe.photoshop", "a Photoshop picture", "psd"),
        new("pdf", FileKind.Pdf, "application/pdf", "a PDF document", "pdf"),
        new("docx", FileKind.Document, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document", "docx", "docm", "dotx", "dotm"),
        new("xlsx", FileKind.Spreadsheet, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "an Excel workbook", "xlsx", "xlsm", "xltx", "xltm", "xlsb"),
        new("pptx", FileKind.Presentation, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "a PowerPoint presentation", "pptx", "pptm", "potx", "ppsx"),
        new("odt", FileKind.Document, "application/vnd.oasis.opendocument.text", "an OpenDocument text", "odt", "ott"),
        new("ods", FileKind.Spreadsheet, "application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet", "ods", "ots"),
        new("odp", FileKind.Presentation, "application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation", "odp", "otp"),
        new("rtf", FileKind.Document, "application/rtf", "an RTF document", "rtf"),
        new("rar", FileKind.Archive, "application/vnd.rar", "a RAR archive", "rar"),
        new("7z", FileKind.Archive, "application/x-7z-compressed", "a 7z archive", "7z"),
        new("gzip", FileKind.Archive, "application/gzip", "a gzip archive", "gz", "tgz"),
        new("tar", FileKind.Archive, "application/x-tar", "a TAR archive", "tar"),
        new("mp3", FileKind.Audio, "audio/mpeg", "an MP3 recording", "mp3"),
        new("wav", FileKind.Audio, "audio/wav", "a WAV recording", "wav"),
        new("ogg", FileKind.Audio, "audio/ogg", "an Ogg recording", "ogg", "oga", "opus"),
        new("flac", FileKind.Audio, "audio/flac", "a FLAC recording", "flac"),
        new("amr", FileKind.Audio, "audio/amr", "an AMR recording", "amr"),
        new("m4a", FileKind.Audio, "audio/mp4", "an M4A recording", "m4a"),
        new("mp4", FileKind.Video, "video/mp4", "an MP4 video", "mp4", "m4v", "mov", "3gp"),
        new("webm", FileKind.Video, "video/webm", "a WebM or Matroska video", "webm", "mkv"),
        new("avi", FileKind.Video, "video/x-msvideo", "an AVI video", "avi"),
        Ole, Zip, Text, Html, Svg, Xml, Program, Other,
    ];

    static readonly Dictionary<string, FileFormat> ByKey = All.ToDictionary(format => format.Key, StringComparer.Ordinal);

    static readonly Dictionary<string, FileFormat> ByExtension =
        All.SelectMany(format => format.Extensions.Select(extension => (extension, format))).ToDictionary(pair => pair.extension, pair => pair.format, StringComparer.Ordinal);

    public static FileFormat Of(string key) => ByKey.GetValueOrDefault(key, Other);

    /// <summary>What the name's ending promises; null for an ending that nobody here knows, or none.</summary>
    public static FileFormat? Promised(string name) => ByExtension.GetValueOrDefault(FileNames.Extension(name));

    /// <summary>What sort of file it is, by content and, where the content is a container of several, by name.</summary>
    public static FileKind KindOf(FileFormat found, string name)
    {
        var extension = FileNames.Extension(name);
        if (Promised(name) == Program) return FileKind.Program;
        if (found == Ole)
        {
            return extension switch
            {
                "xls" or "xlt" or "et" => FileKind.Spreadsheet,
                "ppt" or "pps" or "pot" or "dps" => FileKind.Presentation,
                "msg" => FileKind.Mail,
                _ => FileKind.Document,
            };
        }
        return found == Text && extension == "eml" ? FileKind.Mail : found.Kind;
    }

    /// <summary>Null when name and content agree; otherwise what is wrong.</summary>
    public static string? WhyNot(FileFormat found, string name)
    {
        var promised = Promised(name);
        if (promised == found || promised == Program || found == Program && promised is null) return null;
        // Texts have many endings, and a page or a drawing is a text too; what it is served as goes by its content.
        if (IsTextual(found) && (promised is null || IsTextual(promised))) return null;
        // An ending that nobody knows promises nothing, but a picture or a document without its own ending would not open anywhere.
        if (promised is null) return found == Other || found == Zip || found == Ole ? null : $"The content is {found.Words}; its name has to end in .{found.Extensions[0]}.";
        return $"The name promises {promised.Words}, but the content is {found.Words}.";
    }

    static bool IsTextual(FileFormat format) => format == Text || format == Html || format == Svg || format == Xml;
}

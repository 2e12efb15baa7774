using System.Text;

namespace Crm.Platform.Files;

/// <summary>Says what a file is by its bytes, whatever it is called and whatever its sender says.</summary>
static class FormatSniffer
{
    const int TextLooked = 8 * 1024;
    const int MarkupLooked = 2 * 1024;

    static readonly (byte[] Magic, int At, string Key)[] Magics =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "png"),
        ([0xFF, 0xD8, 0xFF], 0, "jpeg"),
        ("GIF87a"u8.ToArray(), 0, "gif"),
        ("GIF89a"u8.ToArray(), 0, "gif"),
        ([0x49, 0x49, 0x2A, 0x00], 0, "tiff"),
        ([0x4D, 0x4D, 0x00, 0x2A], 0, "tiff"),
        ("8BPS"u8.ToArray(), 0, "psd"),
        ("%PDF-"u8.ToArray(), 0, "pdf"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "ole"),
        ("{\\rtf"u8.ToArray(), 0, "rtf"),
        ("Rar!\x1A\x07"u8.ToArray(), 0, "rar"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, "7z"),
        ([0x1F, 0x8B], 0, "gzip"),
        ("ustar"u8.ToArray(), 257, "tar"),
        ("ID3"u8.ToArray(), 0, "mp3"),
        ([0xFF, 0xFB], 0, "mp3"),
        ([0xFF, 0xF3], 0, "mp3"),
        ("OggS"u8.ToArray(), 0, "ogg"),
        ("fLaC"u8.ToArray(), 0, "flac"),
        ("#!AMR"u8.ToArray(), 0, "amr"),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, "webm"),
        ("MZ"u8.ToArray(), 0, "program"),
        ([0x7F, 0x45, 0x4C, 0x46], 0, "program"),
        ([0xCF, 0xFA, 0xED, 0xFE], 0, "program"),
        ([0xCE, 0xFA, 0xED, 0xFE], 0, "program"),
        ([0xCA, 0xFE, 0xBA, 0xBE], 0, "program"),
        ("#!"u8.ToArray(), 0, "program"),
    ];

    /// <param name="head">The first bytes.</param>
    /// <param name="tail">The last bytes; of a short file the same.</param>
    public static FileFormat Of(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        foreach (var (magic, at, key) in Magics)
            if (head.Length >= at + magic.Length && head.Slice(at, magic.Length).SequenceEqual(magic)) return FileFormats.Of(key);
        return Riff(head) ?? Iso(head) ?? Bitmap(head) ?? ZipOf(head, tail) ?? LatePdf(head) ?? TextOf(head) ?? FileFormats.Other;
    }

    static FileFormat? Riff(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head.StartsWith("RIFF"u8)) return null;
        var form = head.Slice(8, 4);
        return form.SequenceEqual("WEBP"u8) ? FileFormats.Of("webp") : form.SequenceEqual("WAVE"u8) ? FileFormats.Of("wav")
            : form.SequenceEqual("AVI "u8) ? FileFormats.Of("avi") : null;
    }

    static FileFormat? Iso(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head.Slice(4, 4).SequenceEqual("ftyp"u8)) return null;
        return FileFormats.Of(Encoding.ASCII.GetString(head.Slice(8, 4)) switch
        {
            "heic" or "heix" or "heim" or "heis" or "mif1" or "msf1" => "heic",
            "avif" or "avis" => "avif",
            "M4A " or "M4B " => "m4a",
            _ => "mp4",
        });
    }

    // Two letters alone would make a bitmap of many a text: its header has to be one too.
    static FileFormat? Bitmap(ReadOnlySpan<byte> head) =>
        head.Length >= 26 && head.StartsWith("BM"u8) && head.Slice(6, 4).IndexOfAnyExcept((byte)0) < 0 && head[14] is 12 or 40 or 64 or 108 or 124 ? FileFormats.Of("bmp") : null;

    /// <summary>Office files are archives; which they are, the names of their entries say: at the head, or in the directory at the end.</summary>
    static FileFormat? ZipOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        if (head.Length < 4 || !head.StartsWith("PK"u8) || !(head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6)) return null;
        // OpenDocument: the first entry is its type, stored as it is.
        if (head.Length > 38 && head[30..].StartsWith("mimetypeapplication/vnd.oasis.opendocument."u8))
        {
            var type = head[73..];
            return FileFormats.Of(type.StartsWith("text"u8) ? "odt" : type.StartsWith("spreadsheet"u8) ? "ods" : type.StartsWith("presentation"u8) ? "odp" : "zip");
        }
        if (!Has(head, tail, "[Content_Types].xml"u8)) return FileFormats.Zip;
        return Has(head, tail, "word/"u8) ? FileFormats.Of("docx") : Has(head, tail, "xl/"u8) ? FileFormats.Of("xlsx") : Has(head, tail, "ppt/"u8) ? FileFormats.Of("pptx") : FileFormats.Zip;
    }

    static bool Has(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, ReadOnlySpan<byte> name) => head.IndexOf(name) >= 0 || tail.IndexOf(name) >= 0;

    // Readers take a PDF whose mark stands within the first kilobyte.
    static FileFormat? LatePdf(ReadOnlySpan<byte> head) => head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) > 0 && !IsText(head) ? FileFormats.Of("pdf") : null;

    static FileFormat? TextOf(ReadOnlySpan<byte> head)
    {
        if (head.Length == 0) return null;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Markup(Utf16(head)) ?? FileFormats.Text;
        if (!IsText(head)) return null;
        return Markup(Encoding.Latin1.GetString(head[..Math.Min(head.Length, MarkupLooked)])) ?? FileFormats.Text;
    }

    static bool IsText(ReadOnlySpan<byte> head)
    {
        foreach (var letter in head[..Math.Min(head.Length, TextLooked)])
            if (letter < 0x20 && letter is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B) || letter == 0x7F) return false;
        return true;
    }

    static string Utf16(ReadOnlySpan<byte> head) =>
        (head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[2..(Math.Min(head.Length, MarkupLooked) & ~1)]);

    static FileFormat? Markup(string text)
    {
        var start = text.TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').ToLowerInvariant();
        if (start.Length == 0 || start[0] != '<') return null;
        foreach (var tag in new[] { "<!doctype html", "<html", "<script", "<head", "<body", "<iframe", "<style", "<title", "<table", "<div", "<a ", "<img", "<h1", "<p>", "<meta", "<object", "<embed", "<form" })
            if (start.Contains(tag, StringComparison.Ordinal) && !start.Contains("<svg", StringComparison.Ordinal)) return FileFormats.Html;
        return start.Contains("<svg", StringComparison.Ordinal) ? FileFormats.Svg : start.StartsWith("<?xml", StringComparison.Ordinal) ? FileFormats.Xml : null;
    }
}

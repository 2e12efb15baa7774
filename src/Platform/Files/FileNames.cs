using System.Globalization;
using System.Text;

namespace Crm.Platform.Files;

/// <summary>Names of files as people may give them to each other: no folder, nothing that a file system refuses or reads otherwise.</summary>
static class FileNames
{
    public const int MaxLength = 200;

    /// <summary>What Linux takes; a Chinese letter is three of them.</summary>
    public const int MaxBytes = 255;

    static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>The last part of what was sent, made fit for any file system; refused when it is no text or nothing is left.</summary>
    public static Outcome<string> Clean(string name)
    {
        if (!FieldErrors.IsText(name)) return Refusal.Field("fileName", "files/bad-name", "Contains characters that are not text.");
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            // Marks that turn the reading direction make "gpj.exe" of an ending; what joins emoji and letters is needed.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D)) continue;
            kept.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? new Rune('_') : rune);
        }
        var cleaned = kept.ToString().Trim().TrimEnd('.', ' ');
        if (cleaned.Trim('.', ' ').Length == 0) return Refusal.Field("fileName", "files/bad-name", "A file needs a name.");
        if (Devices.Contains(cleaned.Split('.')[0].TrimEnd())) cleaned = "_" + cleaned;
        return Fit(cleaned);
    }

    /// <summary>For a name that a person writes: what is wrong with it is said and not mended.</summary>
    public static string? WhyNot(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "Required.";
        if (name.Length > MaxLength || Encoding.UTF8.GetByteCount(name) > MaxBytes) return $"At most {MaxLength} characters and {MaxBytes} bytes.";
        if (!FieldErrors.IsText(name)) return "Contains characters that are not text.";
        if (name.AsSpan().IndexOfAny(['/', '\\']) >= 0) return "Names a folder.";
        var cleaned = Clean(name);
        if (cleaned.Refused(out var refusal)) return refusal.Detail;
        return cleaned.Value == name.Normalize(NormalizationForm.FormC).Trim() ? null : "Has characters, or is a name, that a file cannot have everywhere.";
    }

    /// <summary>Lower case, without the dot; empty when there is none.</summary>
    public static string Extension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 || dot == name.Length - 1 ? "" : name[(dot + 1)..].ToLowerInvariant();
    }

    // Never through the middle of a letter: half a surrogate pair is no text.
    public static string Shorten(string text, int max) => text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];

    static string Fit(string name)
    {
        if (name.Length <= MaxLength && Encoding.UTF8.GetByteCount(name) <= MaxBytes) return name;
        var extension = Extension(name) is { Length: > 0 and <= 16 } short16 ? "." + short16 : "";
        var stem = name[..^extension.Length];
        while (stem.Length + extension.Length > MaxLength || Encoding.UTF8.GetByteCount(stem) + Encoding.UTF8.GetByteCount(extension) > MaxBytes)
            stem = Shorten(stem, stem.Length - 1);
        return stem.TrimEnd('.', ' ') + extension;
    }
}

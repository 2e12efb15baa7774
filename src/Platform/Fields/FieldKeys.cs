using System.Globalization;
using System.Text;

namespace Crm.Platform.Fields;

/// <summary>How keys look.</summary>
static class FieldKeys
{
    /// <summary>camelCase, so that a key reads like the built-in members beside it.</summary>
    public static bool IsFieldKey(string key) =>
        key.Length is > 0 and <= FieldLimits.KeyLength && char.IsAsciiLetterLower(key[0]) && key.All(char.IsAsciiLetterOrDigit);

    public static bool IsListKey(string key) =>
        key.Length is > 0 and <= FieldLimits.ListKeyLength && char.IsAsciiLetterLower(key[0]) && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>Any text that a filter can name: no comma, no blank at its ends.</summary>
    public static bool IsValueKey(string key) =>
        key.Length is > 0 and <= FieldLimits.ValueKeyLength && key == key.Trim() && !key.Contains(',', StringComparison.Ordinal) && FieldErrors.IsText(key);

    /// <summary>A key from a label: its words joined by hyphens, or a number when it has no Latin letter.</summary>
    public static string FromLabel(string label, IReadOnlyCollection<string> taken)
    {
        var words = new StringBuilder();
        foreach (var letter in label.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) words.Append(letter);
            else if (words.Length > 0 && words[^1] != '-') words.Append('-');
        }
        var stem = words.ToString().Trim('-');
        if (stem.Length > FieldLimits.ValueKeyLength - 10) stem = stem[..(FieldLimits.ValueKeyLength - 10)].Trim('-');
        if (stem.Length > 0 && !taken.Contains(stem)) return stem;
        for (var no = 2; ; no++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{(stem.Length > 0 ? stem : "v")}-{no}");
            if (!taken.Contains(key)) return key;
        }
    }
}

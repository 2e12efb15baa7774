using System.Globalization;
using System.Text;

namespace Crm.Platform.Search;

/// <summary>Takes a text apart. Case, accents, full-width forms and punctuation do not count.</summary>
static class SearchUnits
{
    const int Most = 300;

    public static List<SearchUnit> Of(string text)
    {
        var units = new List<SearchUnit>(text.Length);
        Span<char> word = stackalloc char[64];
        var (length, start, end, blank) = (0, 0, 0, false);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var (here, width) = (at, rune.Utf16SequenceLength);
            at += width;
            if (units.Count >= Most) break;
            if (rune.IsAscii)
            {
                if (char.IsAsciiLetterOrDigit((char)rune.Value)) Letter(word, (char)(rune.Value | (char.IsAsciiLetter((char)rune.Value) ? 0x20 : 0)), here, width);
                else if (rune.Value != '\'') Break(word, Rune.IsWhiteSpace(rune));
                continue;
            }
            if (rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3))
            {
                One(word, rune.Value, here, width);
                continue;
            }
            Other(word, rune, here, width);
        }
        Break(word, false);
        return units;

        void Letter(Span<char> buffer, char letter, int where, int width)
        {
            if (length == buffer.Length) Break(buffer, false);
            if (length == 0) start = where;
            buffer[length++] = letter;
            end = where + width;
        }

        void One(Span<char> buffer, int letter, int where, int width)
        {
            Break(buffer, false);
            units.Add(new SearchUnit(null, letter, where, width, blank));
            blank = false;
        }

        void Break(Span<char> buffer, bool white)
        {
            if (length > 0)
            {
                units.Add(new SearchUnit(new string(buffer[..length]), 0, start, end - start, blank));
                (length, blank) = (0, false);
            }
            blank |= white;
        }

        void Other(Span<char> buffer, Rune rune, int where, int width)
        {
            if (Rune.IsWhiteSpace(rune))
            {
                Break(buffer, true);
                return;
            }
            if (rune.Value is '’' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) return;
            if (Spelt(rune.Value) is { } spelt)
            {
                foreach (var letter in spelt) Letter(buffer, letter, where, width);
                return;
            }
            var any = false;
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            {
                if (part.IsAscii && char.IsAsciiLetterOrDigit((char)part.Value)) Letter(buffer, char.ToLowerInvariant((char)part.Value), where, width);
                else if (Rune.IsLetterOrDigit(part)) One(buffer, Rune.ToLowerInvariant(part).Value, where, width);
                else if (Rune.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark) continue;
                any = true;
            }
            if (!any) Break(buffer, false);
        }
    }

    /// <summary>Letters and digits alone: equal for what is written alike but for case, blanks and punctuation.</summary>
    public static string KeyOf(IReadOnlyList<SearchUnit> units)
    {
        var key = new StringBuilder();
        foreach (var unit in units)
        {
            if (unit.Word is { } word) key.Append(word);
            else key.Append(new Rune(unit.Rune).ToString());
        }
        return key.ToString();
    }

    // Letters that Unicode does not take apart.
    static string? Spelt(int rune) => rune switch
    {
        'ß' or 'ẞ' => "ss",
        'ø' or 'Ø' => "o",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ł' or 'Ł' => "l",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        _ => null,
    };
}

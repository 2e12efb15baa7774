using System.Globalization;
using System.Text;

namespace Crm.Platform.Importing;

/// <summary>Reads numbers as people write them: <c>1,234.50</c>, <c>￥1 234.50</c>, full-width digits, <c>(12)</c> for a negative one. Exact, never a double.</summary>
public static class NumberForms
{
    public static bool TryRead(string written, bool decimalComma, out decimal number)
    {
        number = 0;
        var text = written.Normalize(NormalizationForm.FormKC).Trim();
        var isNegative = text.StartsWith('(') && text.EndsWith(')');
        if (isNegative) text = text[1..^1];
        text = text.TrimStart('¥', '$', '€', '£', ' ').TrimEnd('元', ' ');
        var (group, point) = decimalComma ? ('.', ',') : (',', '.');
        if (!AreGroupsOfThree(text, group, point)) return false;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == group || c is ' ' or '\u00A0' or '\u202F' or '\'') continue;
            plain.Append(c == point ? '.' : c);
        }
        if (!decimal.TryParse(plain.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
            return false;
        if (isNegative) number = -number;
        return true;
    }

    /// <summary>Refuses <c>12,34.5</c>, and <c>1,5</c> read as fifteen: a group sign stands before exactly three digits.</summary>
    static bool AreGroupsOfThree(string text, char group, char point)
    {
        var whole = text.Split(point)[0];
        var groups = whole.Split(group);
        return groups.Length == 1 || (groups.Skip(1).All(g => g.Length == 3) && !text[whole.Length..].Contains(group, StringComparison.Ordinal));
    }
}

using System.Globalization;
using System.Text;

namespace Crm.Platform.Importing;

/// <summary>
/// The forms in which a business date is understood: year first, as <c>2026-11-23</c>, <c>2026/1/3</c>, <c>2026.1.3</c>,
/// <c>20261123</c> or <c>2026年1月3日</c>, with or without a time of day. A form with the day or month first means two dates to
/// two people, so it is read only when the mapping names it.
/// </summary>
public static class DateFormats
{
    public static readonly DateOnly Earliest = new(1900, 1, 1);
    public static readonly DateOnly Latest = new(2199, 12, 31);

    static readonly string[] YearFirst = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    public static bool IsUsable(string pattern)
    {
        if (pattern.Length is 0 or > 40) return false;
        try
        {
            var probe = new DateOnly(2031, 12, 25);
            return DateOnly.TryParseExact(probe.ToString(pattern, CultureInfo.InvariantCulture), pattern, CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var back) && back == probe;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public static bool TryRead(string written, string? pattern, out DateOnly date)
    {
        var text = written.Normalize(NormalizationForm.FormKC).Trim();
        if (pattern is not null)
            return DateOnly.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date);
        var day = text.Split([' ', 'T'], 2)[0];
        if (day.Length < text.Length && !TimeOnly.TryParse(text[(day.Length + 1)..].TrimEnd('Z'), CultureInfo.InvariantCulture, out _))
        {
            date = default;
            return false;
        }
        return DateOnly.TryParseExact(day, YearFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }
}

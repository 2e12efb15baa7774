using System.Globalization;

namespace Crm.Web.Text;

/// <summary>Numbers in input fields: 120000, 1,234.50 and 1，234.50 as people paste them; written without thousands so that editing is easy.</summary>
public static class Numbers
{
    /// <summary>Null when it is not a number.</summary>
    public static decimal? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal).Trim();
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static string Write(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Crm.Platform.Http;

namespace Crm.Platform.Lists;

/// <summary>Reads a filter's or a cursor's text as the type of the column it is compared with.</summary>
static class FilterValue
{
    public static bool TryRead(string text, Type type, out object? value)
    {
        value = null;
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (text.Length > 400) return false;
        if (target == typeof(string)) value = FieldErrors.IsText(text) ? text : null;
        else if (target == typeof(Guid) && Guid.TryParseExact(text, "D", out var id)) value = id;
        else if (target == typeof(bool) && bool.TryParse(text, out var flag)) value = flag;
        else if (target == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) value = number;
        else if (target == typeof(long) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big)) value = big;
        else if (target == typeof(DateOnly) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) value = date;
        else if (target == typeof(DateTime) && UtcInstantJson.TryParse(text, out var instant)) value = instant;
        else if (target.IsEnum && Enum.TryParse(target, text, ignoreCase: false, out var member) && Enum.IsDefined(target, member!)
                 && !char.IsAsciiDigit(text[0]) && text[0] != '-') value = member;
        return value is not null;
    }

    /// <summary>An amount in major units for a column that stores it scaled.</summary>
    public static bool TryReadScaled(string text, out long scaled)
    {
        scaled = 0;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return false;
        if (Math.Abs(amount) > Scaled.MaxAmount || decimal.Round(amount, 4) != amount) return false;
        scaled = Scaled.Amount(amount);
        return true;
    }

    public static string Write(object value) => value switch
    {
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static string Describe(Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        return target == typeof(Guid) ? "an id"
            : target == typeof(bool) ? "true or false"
            : target == typeof(DateOnly) ? "a date like 2026-11-23"
            : target == typeof(DateTime) ? "an instant like 2026-11-23T08:00:00Z"
            : target.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(target))
            : target == typeof(string) ? "a text of up to 400 characters"
            : "a number";
    }
}

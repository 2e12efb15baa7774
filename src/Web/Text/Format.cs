using System.Globalization;

namespace Crm.Web.Text;

/// <summary>Numbers, money and dates as each language writes them. Nothing here rounds what is stored: only what is shown.</summary>
public sealed class Format(Language language)
{
    private readonly CultureInfo _culture = language.Culture();
    private readonly bool _chinese = language == Language.Chinese;

    public CultureInfo Culture => _culture;

    public string DatePattern => _chinese ? "yyyy-MM-dd" : "d MMM yyyy";

    public string Whole(long value) => value.ToString("N0", _culture);

    public string Quantity(decimal value) => value.ToString("#,0.####", _culture);

    public string Percent(decimal fraction) => (fraction * 100m).ToString("0.#", _culture) + "%";

    /// <summary>The exact amount with its currency: ¥1,234,500.00 in Chinese, CN¥1,234,500.00 in English.</summary>
    public string Money(decimal amount, string currency) =>
        Sign(amount) + Symbol(currency) + Math.Abs(amount).ToString("N" + MinorUnits(currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Three significant places: 万 and 亿 in Chinese, K, M and B in English. For pictures; tables show the exact amount.</summary>
    public string Compact(decimal amount, string currency)
    {
        var size = Math.Abs(amount);
        var (unit, name) = _chinese ? ChineseUnit(size) : EnglishUnit(size);
        var scaled = size / unit;
        var places = unit == 1m || scaled >= 1000m ? 0 : scaled >= 100m ? 0 : scaled >= 10m ? 1 : 2;
        return Sign(amount) + Symbol(currency) + scaled.ToString("N" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + name;
    }

    public string WithSign(decimal amount, string currency) => (amount > 0 ? "+" : "") + Money(amount, currency);

    public string Date(DateOnly day) => day.ToString(DatePattern, _culture);

    public string LongDate(DateOnly day) => day.ToString(_chinese ? "M月d日 dddd" : "dddd, d MMMM", _culture);

    public string ShortDate(DateOnly day) => day.ToString(_chinese ? "M月d日" : "d MMM", _culture);

    public string Instant(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString(_chinese ? "yyyy-MM-dd HH:mm" : "d MMM yyyy HH:mm", _culture);

    public string Time(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm:ss", _culture);

    /// <summary>Decimal places of a currency that people write; ISO 4217, two unless listed.</summary>
    public static int MinorUnits(string currency) => currency switch
    {
        "JPY" or "KRW" or "VND" or "CLP" or "ISK" or "PYG" or "UGX" or "XAF" or "XOF" or "XPF" => 0,
        "KWD" or "BHD" or "OMR" or "JOD" or "TND" or "IQD" or "LYD" => 3,
        _ => 2
    };

    private string Symbol(string currency) => currency switch
    {
        "CNY" => _chinese ? "¥" : "CN¥",
        "USD" => _chinese ? "US$" : "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => _chinese ? "JP¥" : "¥",
        "HKD" => "HK$",
        _ => currency + " "
    };

    private static string Sign(decimal amount) => amount < 0 ? "−" : "";

    // 9,995 and up already reads as one 万 less a hair; the unit is chosen after rounding so that nothing shows as 10,000.
    private static (decimal Unit, string Name) ChineseUnit(decimal size) =>
        size >= 99_995_000m ? (100_000_000m, "亿") : size >= 9_999.5m ? (10_000m, "万") : (1m, "");

    private static (decimal Unit, string Name) EnglishUnit(decimal size) =>
        size >= 999_500_000m ? (1_000_000_000m, "B") : size >= 999_500m ? (1_000_000m, "M") : size >= 999.5m ? (1_000m, "K") : (1m, "");
}

using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Crm.Platform;

/// <summary>A currency of ISO 4217 with its minor units. Only currencies of the table exist.</summary>
public readonly record struct Currency
{
    // ISO 4217 active codes, grouped by the number of minor units. Funds codes and metals are left out: nobody sells in them.
    const string TwoDigits =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK " +
        "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT " +
        "LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN " +
        "QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS " +
        "VED VES WST XCD YER ZAR ZMW ZWG";
    const string NoDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
    const string ThreeDigits = "BHD IQD JOD KWD LYD OMR TND";

    static readonly FrozenDictionary<string, int> MinorUnitsByCode =
        TwoDigits.Split(' ').Select(code => (code, units: 2))
            .Concat(NoDigits.Split(' ').Select(code => (code, units: 0)))
            .Concat(ThreeDigits.Split(' ').Select(code => (code, units: 3)))
            .ToFrozenDictionary(row => row.code, row => row.units, StringComparer.Ordinal);

    readonly string? _code;

    Currency(string code, int minorUnits)
    {
        _code = code;
        MinorUnits = minorUnits;
    }

    public string Code => _code ?? throw new InvalidOperationException("A currency was never set.");

    /// <summary>Decimals of the smallest coin: JPY 0, CNY 2, KWD 3.</summary>
    public int MinorUnits { get; }

    public static IEnumerable<string> AllCodes => MinorUnitsByCode.Keys.Order(StringComparer.Ordinal);

    public static bool TryParse([NotNullWhen(true)] string? code, out Currency currency)
    {
        if (code is not null && MinorUnitsByCode.TryGetValue(code, out var units))
        {
            currency = new Currency(string.Intern(code), units);
            return true;
        }
        currency = default;
        return false;
    }

    /// <summary>A code that is known to be right, e.g. one read from the database.</summary>
    public static Currency Parse(string code) =>
        TryParse(code, out var currency) ? currency : throw new FormatException($"'{code}' is not a currency of ISO 4217.");

    public override string ToString() => Code;
}

using Crm.Platform;

namespace Crm.Organization.Domain;

/// <summary>What a planning rate may be.</summary>
internal static class RateRules
{
    internal const int Decimals = 10;
    internal static readonly DateOnly Earliest = new(1990, 1, 1);
    internal static readonly DateOnly Latest = new(2100, 1, 1);

    internal static FieldErrors Check(FieldErrors errors, string at, string baseCurrency, string currency, DateOnly from, decimal rate, string source) => errors
        .When(!Currency.TryParse(currency, out _), $"{at}.currency", "Not a currency of ISO 4217.")
        .When(currency == baseCurrency, $"{at}.currency", "The base currency counts as itself.")
        .When(from < Earliest || from > Latest, $"{at}.from", $"A date from {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}.")
        .When(rate is <= 0 or > Scaled.MaxRate, $"{at}.rate", $"Above 0 and at most {Scaled.MaxRate}.")
        .When(decimal.Round(rate, Decimals) != rate, $"{at}.rate", $"At most {Decimals} decimals.")
        .Required($"{at}.source", source, 100);
}

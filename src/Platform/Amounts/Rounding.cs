namespace Crm.Platform;

/// <summary>How amounts are rounded and shared out, everywhere.</summary>
public static class Rounding
{
    /// <summary>Half away from zero, to the currency's minor units.</summary>
    public static decimal ToMinor(decimal amount, Currency currency) =>
        Math.Round(amount, currency.MinorUnits, MidpointRounding.AwayFromZero);

    /// <summary>Splits a total over weights so that the parts equal the whole: the rest goes by largest remainder, ties to the lowest index.</summary>
    /// <param name="total">Already rounded to minor units; may be negative.</param>
    /// <param name="weights">Not negative; not all zero.</param>
    /// <param name="currency">Sets the smallest part.</param>
    /// <exception cref="ArgumentException">No weight is above zero, one is below, or the total has a fraction of a minor unit.</exception>
    public static decimal[] Split(decimal total, IReadOnlyList<decimal> weights, Currency currency)
    {
        if (weights.Any(w => w < 0)) throw new ArgumentException("A weight is below zero.", nameof(weights));
        var sum = weights.Sum();
        if (sum <= 0) throw new ArgumentException("No weight is above zero.", nameof(weights));
        if (ToMinor(total, currency) != total) throw new ArgumentException("The total is not rounded to minor units.", nameof(total));

        var unit = Unit(currency);
        var units = Math.Abs(total) / unit;
        var exact = weights.Select(w => units * w / sum).ToArray();
        var parts = exact.Select(decimal.Floor).ToArray();
        var rest = (int)(units - parts.Sum());
        foreach (var i in Enumerable.Range(0, parts.Length)
                     .Where(i => weights[i] > 0)
                     .OrderByDescending(i => exact[i] - parts[i])
                     .ThenBy(i => i)
                     .Take(rest))
        {
            parts[i] += 1;
        }
        return [.. parts.Select(p => Math.Sign(total) * p * unit)];
    }

    static decimal Unit(Currency currency) => new(1, 0, 0, false, (byte)currency.MinorUnits);
}

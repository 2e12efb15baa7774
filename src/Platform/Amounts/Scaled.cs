namespace Crm.Platform;

/// <summary>Exact decimals stored as scaled 64-bit integers: amounts at 4 decimals, unit prices at 6, rates at 10.</summary>
public static class Scaled
{
    /// <summary>The largest single amount the system takes: 100 thousand million, in any currency.</summary>
    public const decimal MaxAmount = 100_000_000_000m;

    /// <summary>The largest unit price.</summary>
    public const decimal MaxUnitPrice = 1_000_000_000m;

    /// <summary>The largest exchange rate.</summary>
    public const decimal MaxRate = 100_000_000m;

    const decimal AmountScale = 10_000m;
    const decimal UnitPriceScale = 1_000_000m;
    const decimal RateScale = 10_000_000_000m;

    public static long Amount(decimal amount) => Exact(amount, AmountScale, MaxAmount, nameof(amount));

    public static decimal Amount(long scaled) => scaled / AmountScale;

    public static long UnitPrice(decimal price) => Exact(price, UnitPriceScale, MaxUnitPrice, nameof(price));

    public static decimal UnitPrice(long scaled) => scaled / UnitPriceScale;

    public static long Rate(decimal rate) => Exact(rate, RateScale, MaxRate, nameof(rate));

    public static decimal Rate(long scaled) => scaled / RateScale;

    static long Exact(decimal value, decimal scale, decimal max, string name)
    {
        if (Math.Abs(value) > max) throw new ArgumentOutOfRangeException(name, value, $"Beyond ±{max}.");
        var scaled = value * scale;
        return scaled == decimal.Truncate(scaled)
            ? (long)scaled
            : throw new ArgumentOutOfRangeException(name, value, "Has more decimals than can be stored exactly; round it first.");
    }
}

using Crm.Platform;

namespace Crm.Opportunities.Domain;

/// <summary>What another planning rate would make of the open opportunities of one currency. Each is rounded by itself, as it is when it is saved.</summary>
internal sealed class Revaluation(string currency, Currency baseCurrency, decimal rate)
{
    readonly long _rateE10 = Scaled.Rate(rate);

    public string Currency => currency;

    public decimal Rate => rate;

    /// <summary>Open opportunities in the currency.</summary>
    public int Count { get; private set; }

    /// <summary>Those that stand at another rate.</summary>
    public int Changing { get; private set; }

    /// <summary>Sum in the currency itself.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Sum in the base currency as it stands.</summary>
    public decimal Before { get; private set; }

    /// <summary>Sum in the base currency at the rate.</summary>
    public decimal After { get; private set; }

    public void Add(decimal amount, long rateE10, decimal baseAmount)
    {
        Count++;
        Amount += amount;
        Before += baseAmount;
        var changes = rateE10 != _rateE10;
        if (changes) Changing++;
        After += changes ? Rounding.ToMinor(amount * rate, baseCurrency) : baseAmount;
    }
}

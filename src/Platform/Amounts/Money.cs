namespace Crm.Platform;

/// <summary>An exact amount in a currency.</summary>
/// <param name="Amount">Decimal amount in major units.</param>
/// <param name="Currency">The currency of the amount.</param>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    public Money Rounded() => this with { Amount = Rounding.ToMinor(Amount, Currency) };

    public override string ToString() => FormattableString.Invariant($"{Amount} {Currency.Code}");
}

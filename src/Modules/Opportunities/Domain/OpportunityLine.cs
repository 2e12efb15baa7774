using Crm.Platform;

namespace Crm.Opportunities.Domain;

/// <summary>A product asked for.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Quantity">Above 0, at most 4 decimals.</param>
/// <param name="UnitPrice">At most 6 decimals.</param>
/// <param name="Amount">Rounded to the currency's minor units.</param>
internal sealed record OpportunityLine(Guid ProductId, decimal Quantity, decimal UnitPrice, decimal Amount)
{
    /// <summary>Rounded at line level: the header is the sum of rounded lines.</summary>
    public static OpportunityLine Priced(Guid productId, decimal quantity, decimal unitPrice, Currency currency) =>
        new(productId, quantity, unitPrice, Rounding.ToMinor(quantity * unitPrice, currency));

    /// <summary>A line whose amount is known and whose unit price follows from it.</summary>
    public static OpportunityLine Totalled(Guid productId, decimal quantity, decimal amount, Currency currency)
    {
        var rounded = Rounding.ToMinor(amount, currency);
        return new(productId, quantity, Math.Round(rounded / quantity, 6, MidpointRounding.AwayFromZero), rounded);
    }
}

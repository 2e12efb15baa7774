using Crm.Opportunities.Domain;
using Crm.Platform;

namespace Crm.Opportunities.UseCases;

/// <summary>A product asked for, as the API shows it.</summary>
internal sealed record OpportunityLineView
{
    public required Guid ProductId { get; init; }
    public required decimal Quantity { get; init; }

    /// <summary>In the opportunity's currency, at most 6 decimals.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>Quantity by unit price, rounded.</summary>
    public required Money Amount { get; init; }

    public static OpportunityLineView Of(OpportunityLine line, Currency currency) => new()
    {
        ProductId = line.ProductId,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        Amount = new Money(line.Amount, currency),
    };
}

namespace Crm.Opportunities.UseCases;

/// <summary>A product asked for.</summary>
internal sealed record OpportunityLineInput
{
    public required Guid ProductId { get; init; }

    /// <summary>Above 0, at most 4 decimals.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>In the opportunity's currency, at most 6 decimals; the list price when left out and of that currency.</summary>
    public decimal? UnitPrice { get; init; }
}

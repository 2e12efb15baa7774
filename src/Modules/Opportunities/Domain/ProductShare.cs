namespace Crm.Opportunities.Domain;

/// <summary>What one product contributes to an opportunity's figures, all lines of it together; scaled at 4 decimals.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="AmountE4">In the opportunity's currency.</param>
/// <param name="BaseE4">In the tenant's base currency.</param>
/// <param name="WeightedE4">Base amount by probability.</param>
internal sealed record ProductShare(Guid ProductId, long AmountE4, long BaseE4, long WeightedE4);

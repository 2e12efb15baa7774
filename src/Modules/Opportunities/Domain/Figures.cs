namespace Crm.Opportunities.Domain;

/// <summary>What one opportunity counts for, in the base currency at 4 decimals.</summary>
internal readonly record struct Figures(long AmountE4, long WeightedE4);

namespace Crm.Web.Deals;

/// <summary>Count and sum of everything a filter keeps; capped when there is more than is worth counting.</summary>
public sealed record DealSummary(int Count, bool Capped, decimal? Amount, decimal? Weighted, string Currency);

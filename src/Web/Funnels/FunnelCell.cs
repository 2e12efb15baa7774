namespace Crm.Web.Funnels;

/// <summary>A stage or band of the funnel. A band has no method.</summary>
public sealed record FunnelCell(string Key, string Name, string Band, string? MethodId, int Count, decimal Amount, decimal Weighted, decimal? MedianAgeDays);

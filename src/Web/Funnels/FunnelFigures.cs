namespace Crm.Web.Funnels;

/// <summary>The funnel at a moment, in the tenant's base currency.</summary>
public sealed record FunnelFigures(DateTimeOffset AsOf, string Currency, string Basis, IReadOnlyList<FunnelCell> Cells, int Count, decimal Amount, decimal Weighted);

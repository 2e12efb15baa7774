namespace Crm.Web.Deals;

/// <summary>Some opportunities and where the next ones begin.</summary>
public sealed record DealPage(IReadOnlyList<Deal> Items, string? Next);

namespace Crm.Web.Deals;

/// <summary>A product asked for; the unit price in the opportunity's currency.</summary>
public sealed record DealLine(Guid ProductId, decimal Quantity, decimal UnitPrice, decimal Amount);

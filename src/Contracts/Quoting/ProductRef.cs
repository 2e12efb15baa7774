namespace Crm.Contracts.Quoting;

/// <summary>What other modules may know of a product.</summary>
/// <param name="Id">The product.</param>
/// <param name="Code">Unique within the tenant.</param>
/// <param name="Name">Its name.</param>
/// <param name="Line">Product line or category; empty when none.</param>
/// <param name="Unit">Unit of quantity.</param>
/// <param name="ListPrice">Price per unit, at most 6 decimals.</param>
/// <param name="Currency">ISO 4217 code of the list price.</param>
/// <param name="Active">May be sold now.</param>
public sealed record ProductRef(
    Guid Id, string Code, string Name, string Line, string Unit, decimal ListPrice, string Currency, bool Active);

namespace Crm.Contracts.Customers;

/// <summary>What other modules may know of a contact.</summary>
/// <param name="Id">The contact.</param>
/// <param name="CustomerId">The customer the contact belongs to.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Archived">Kept for what refers to it; takes nothing new.</param>
public sealed record ContactRef(Guid Id, Guid CustomerId, string Name, bool Archived);

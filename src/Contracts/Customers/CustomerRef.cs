namespace Crm.Contracts.Customers;

/// <summary>What other modules may know of a customer. Whether a caller may see it is decided by its owner and department.</summary>
/// <param name="Id">The customer; a merged loser answers with its survivor.</param>
/// <param name="Name">Legal or full name.</param>
/// <param name="OwnerId">The member it belongs to.</param>
/// <param name="DepartmentId">The department it counts for.</param>
/// <param name="Archived">Kept for what refers to it; takes nothing new.</param>
public sealed record CustomerRef(Guid Id, string Name, Guid OwnerId, Guid DepartmentId, bool Archived);

namespace Crm.Contracts.Organization;

/// <summary>A department in the tenant's tree.</summary>
/// <param name="Id">The department.</param>
/// <param name="ParentId">The department above; null for a root.</param>
/// <param name="Name">Its name.</param>
public sealed record DepartmentRef(Guid Id, Guid? ParentId, string Name);

namespace Crm.Contracts.Organization;

/// <summary>What other modules may know of a member.</summary>
/// <param name="Id">The member.</param>
/// <param name="UserName">Unique within the tenant.</param>
/// <param name="DisplayName">The name people read.</param>
/// <param name="DepartmentId">The department the member belongs to now.</param>
/// <param name="Active">False once disabled or archived: may own what was owned, but is given nothing new.</param>
public sealed record MemberRef(Guid Id, string UserName, string DisplayName, Guid DepartmentId, bool Active);

namespace Crm.Contracts.Organization;

/// <summary>Who and where in a tenant. Answers from this node's memory; a change made on this node shows at once, one made on another within a second.</summary>
public interface IOrganizationDirectory
{
    /// <summary>Every tenant, for jobs and rebuilds that go from tenant to tenant.</summary>
    Task<IReadOnlyList<Guid>> Tenants(CancellationToken ct);

    /// <summary>The tenant, or null.</summary>
    ValueTask<TenantRef?> Tenant(Guid tenantId, CancellationToken ct);

    /// <summary>The tenant of that slug, or null.</summary>
    Task<TenantRef?> TenantBySlug(string slug, CancellationToken ct);

    /// <summary>The member, active or not, or null when the tenant has none of that id.</summary>
    ValueTask<MemberRef?> Member(Guid tenantId, Guid memberId, CancellationToken ct);

    /// <summary>The members of those ids that exist.</summary>
    ValueTask<IReadOnlyDictionary<Guid, MemberRef>> Members(Guid tenantId, IReadOnlyCollection<Guid> memberIds, CancellationToken ct);

    /// <summary>The members of those user names that exist. Names are compared without case; the answer is keyed by the names as asked.</summary>
    Task<IReadOnlyDictionary<string, MemberRef>> MembersByUserName(Guid tenantId, IReadOnlyCollection<string> userNames, CancellationToken ct);

    /// <summary>The department, or null.</summary>
    ValueTask<DepartmentRef?> Department(Guid tenantId, Guid departmentId, CancellationToken ct);

    /// <summary>All departments that are not archived, parents before children.</summary>
    ValueTask<IReadOnlyList<DepartmentRef>> Departments(Guid tenantId, CancellationToken ct);

    /// <summary>The department and everything below it; empty when there is none of that id.</summary>
    ValueTask<IReadOnlySet<Guid>> Subtree(Guid tenantId, Guid departmentId, CancellationToken ct);
}

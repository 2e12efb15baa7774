using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Departments;

/// <summary>What the changes of a department check alike.</summary>
internal static class DepartmentFields
{
    internal static Refusal NotFound => Refusal.NotFound("departments/not-found", "There is no such department.");

    internal static Refusal ParentNotFound => Refusal.Field("parentId", "departments/not-found", "There is no such department.");

    internal static async Task<DepartmentTree> Tree(CrmDb db, CancellationToken ct) => new(await db.Set<Department>()
        .Where(row => row.ArchivedAt == null).Select(row => new DepartmentTree.Node(row.Id, row.ParentId, row.Name)).ToListAsync(ct));

    internal static Task<bool> IsMember(CrmDb db, Guid memberId, CancellationToken ct) =>
        db.Set<Member>().AnyAsync(row => row.Id == memberId && row.ArchivedAt == null, ct);
}

using System.Collections.Frozen;
using Crm.Contracts.Organization;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform.Data;
using Crm.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.Access;

/// <summary>What other modules ask about tenants, members, departments and rates, answered from what this node remembers.</summary>
internal sealed class OrganizationDirectory(Database database, AccessCache cache, AccessReader reader) : IOrganizationDirectory, IPlanningRates, IModuleSwitches, IBusinessCalendar
{
    public async Task<IReadOnlyList<Guid>> Tenants(CancellationToken ct)
    {
        await using var db = database.ReadAcrossTenants();
        return await db.Set<Tenant>().IgnoreQueryFilters([CrmDb.TenantFilter]).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(ct);
    }

    public async ValueTask<TenantRef?> Tenant(Guid tenantId, CancellationToken ct) => (await cache.Get(tenantId, ct))?.Tenant;

    public async Task<TenantRef?> TenantBySlug(string slug, CancellationToken ct)
    {
        await using var db = database.ReadAcrossTenants();
        var tenant = await db.Set<Tenant>().IgnoreQueryFilters([CrmDb.TenantFilter]).SingleOrDefaultAsync(row => row.Slug == slug, ct);
        return tenant is null ? null : AccessReader.Describe(tenant);
    }

    public async ValueTask<MemberRef?> Member(Guid tenantId, Guid memberId, CancellationToken ct) =>
        await cache.Get(tenantId, ct) is { } access ? (await cache.Member(access, memberId, ct))?.Member : null;

    public async ValueTask<IReadOnlyDictionary<Guid, MemberRef>> Members(Guid tenantId, IReadOnlyCollection<Guid> memberIds, CancellationToken ct)
    {
        var found = new Dictionary<Guid, MemberRef>(memberIds.Count);
        if (await cache.Get(tenantId, ct) is not { } access) return found;
        var missing = new List<Guid>();
        foreach (var id in memberIds)
        {
            if (access.Members.TryGetValue(id, out var member)) found[id] = member.Member;
            else missing.Add(id);
        }
        foreach (var chunk in missing.Distinct().Chunk(500))
        {
            foreach (var member in await reader.Members(access, chunk, ct))
                found[member.Member.Id] = access.Members.GetOrAdd(member.Member.Id, member).Member;
        }
        return found;
    }

    public async Task<IReadOnlyDictionary<string, MemberRef>> MembersByUserName(
        Guid tenantId, IReadOnlyCollection<string> userNames, CancellationToken ct)
    {
        await using var db = database.Read(tenantId);
        var byNormalized = new Dictionary<string, MemberRef>(StringComparer.Ordinal);
        foreach (var chunk in userNames.Select(name => Names.Normalize(name.Trim())).Distinct().Chunk(500))
        {
            foreach (var member in await db.Set<Member>().Where(row => chunk.Contains(row.NormalizedUserName)).ToListAsync(ct))
                byNormalized[member.NormalizedUserName] = AccessReader.Describe(member);
        }
        return userNames.Distinct(StringComparer.Ordinal)
            .Where(name => byNormalized.ContainsKey(Names.Normalize(name.Trim())))
            .ToDictionary(name => name, name => byNormalized[Names.Normalize(name.Trim())], StringComparer.Ordinal);
    }

    public async ValueTask<DepartmentRef?> Department(Guid tenantId, Guid departmentId, CancellationToken ct) =>
        (await cache.Get(tenantId, ct))?.Tree.Find(departmentId) is { } node ? Describe(node) : null;

    public async ValueTask<IReadOnlyList<DepartmentRef>> Departments(Guid tenantId, CancellationToken ct) =>
        await cache.Get(tenantId, ct) is { } access ? [.. access.Tree.ParentsFirst().Select(Describe)] : [];

    public async ValueTask<IReadOnlySet<Guid>> Subtree(Guid tenantId, Guid departmentId, CancellationToken ct) =>
        await cache.Get(tenantId, ct) is { } access ? access.Tree.Subtree(departmentId) : new HashSet<Guid>();

    public async ValueTask<PlanningRate?> Rate(Guid tenantId, string currency, DateOnly on, CancellationToken ct) =>
        (await cache.Get(tenantId, ct))?.Rates.On(currency, on);

    public async ValueTask<IReadOnlySet<string>> Off(Guid tenantId, CancellationToken ct) =>
        (await cache.Get(tenantId, ct))?.ModulesOff ?? FrozenSet<string>.Empty;

    public async ValueTask<WorkingDays> WorkingDays(Guid tenantId, CancellationToken ct)
    {
        if (await cache.Get(tenantId, ct) is not { } access) return Contracts.Organization.WorkingDays.OfTheWeek;
        return access.WorkingDays ??= await reader.WorkingDays(tenantId, ct);
    }

    public async ValueTask<FiscalCalendar> Fiscal(Guid tenantId, CancellationToken ct) => (await cache.Get(tenantId, ct))?.Fiscal ?? FiscalCalendar.Default;

    static DepartmentRef Describe(DepartmentTree.Node node) => new(node.Id, node.ParentId, node.Name);
}

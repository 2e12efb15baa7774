using System.Collections.Frozen;
using Crm.Contracts.Organization;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.Access;

/// <summary>Reads what decides access in a tenant.</summary>
internal sealed class AccessReader(Database database, KeyVault vault)
{
    internal async Task<TenantAccess?> Tenant(Guid tenantId, long serial, CancellationToken ct)
    {
        await using var db = database.Read(tenantId);
        var tenant = await db.Set<Tenant>().SingleOrDefaultAsync(row => row.Id == tenantId, ct);
        if (tenant is null) return null;
        var departments = await db.Set<Department>().Where(row => row.ArchivedAt == null)
            .Select(row => new DepartmentTree.Node(row.Id, row.ParentId, row.Name)).ToListAsync(ct);
        var roles = await db.Set<Role>().Where(row => row.ArchivedAt == null).ToListAsync(ct);
        var rates = await db.Set<PlanningRateRow>().Where(row => row.ArchivedAt == null).ToListAsync(ct);
        var off = await db.Set<ModuleSwitch>().Where(row => row.IsOff).Select(row => row.Module).ToListAsync(ct);
        var keys = await db.Set<SigningKey>().ToListAsync(ct);
        return new TenantAccess
        {
            Tenant = Describe(tenant),
            Serial = serial,
            Tree = new DepartmentTree(departments),
            Roles = roles.ToFrozenDictionary(role => role.Id, role => new RoleAccess(role.Id, role.Key, role.Name, GrantsText.Read(role.Permissions, role.Scopes))),
            Rates = new RateTable(tenant.BaseCurrency, rates.Select(row =>
                new PlanningRate(row.Currency, tenant.BaseCurrency, Scaled.Rate(row.RateE10), row.FromDate, row.Source))),
            ModulesOff = off.ToFrozenSet(StringComparer.Ordinal),
            Fiscal = new FiscalCalendar(tenant.FiscalFirstMonth, tenant.FiscalWeeks),
            Keys = vault.Open(keys),
        };
    }

    internal async Task<WorkingDays> WorkingDays(Guid tenantId, CancellationToken ct)
    {
        await using var db = database.Read(tenantId);
        var days = await db.Set<CalendarDay>().AsNoTracking().Select(row => new { row.Date, row.Kind }).ToListAsync(ct);
        return new WorkingDays(
            days.Where(day => day.Kind == CalendarDayKind.Holiday).Select(day => day.Date), days.Where(day => day.Kind == CalendarDayKind.Workday).Select(day => day.Date));
    }

    internal async Task<IReadOnlyList<MemberAccess>> Members(TenantAccess access, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var db = database.Read(access.Tenant.Id);
        var rows = await (
            from member in db.Set<Member>()
            join credential in db.Set<Credential>() on member.Id equals credential.MemberId
            where ids.Contains(member.Id)
            select new { member, credential.SecurityStamp }).ToListAsync(ct);
        var held = await db.Set<MemberRole>().Where(row => ids.Contains(row.MemberId)).ToListAsync(ct);
        var byMember = held.ToLookup(row => row.MemberId, row => row.RoleId);
        return [.. rows.Select(row => Describe(access, row.member, row.SecurityStamp, byMember[row.member.Id]))];
    }

    internal static TenantRef Describe(Tenant tenant) => new(
        tenant.Id, tenant.Slug, tenant.DisplayName, tenant.BaseCurrency, tenant.AmountBasis, tenant.TimeZone, tenant.Language);

    internal static MemberRef Describe(Member member) => new(
        member.Id, member.UserName, member.DisplayName, member.DepartmentId, member.State == MemberState.Active && member.ArchivedAt is null);

    static MemberAccess Describe(TenantAccess access, Member member, string stamp, IEnumerable<Guid> roleIds)
    {
        var roles = roleIds.Where(access.Roles.ContainsKey).Select(id => access.Roles[id]).OrderBy(role => role.Key, StringComparer.Ordinal).ToList();
        return new MemberAccess(
            Describe(member), member.Language, stamp, [.. roles.Select(role => role.Key)], Grants.Combine(roles.Select(role => role.Grants)), access);
    }
}

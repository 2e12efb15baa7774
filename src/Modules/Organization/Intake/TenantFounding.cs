using Crm.Contracts.Organization;
using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;

namespace Crm.Organization.Intake;

/// <summary>What a new tenant is made of: itself, its copies of the roles, the company as root department and legal entity, a signing key.</summary>
internal static class TenantFounding
{
    internal static Refusal? Check(TenantIntake tenant) => new FieldErrors()
        .When(!Names.IsSlug(tenant.Slug), "slug", "2 to 40 lower-case letters, digits and hyphens; no hyphen at either end.")
        .Required("displayName", tenant.DisplayName, 100)
        .When(!Currency.TryParse(tenant.BaseCurrency, out _), "baseCurrency", "Not a currency of ISO 4217.")
        .When(!Enum.IsDefined(tenant.AmountBasis), "amountBasis", "Gross or Net.")
        .When(!Names.IsTimeZone(tenant.TimeZone), "timeZone", "Not an IANA time zone, e.g. Asia/Shanghai.")
        .When(!Names.IsLanguage(tenant.Language), "language", "zh-CN or en.")
        .ToRefusal("tenants/invalid");

    /// <summary>Adds it to a unit of work of the new tenant's own id.</summary>
    internal static Founded Add(CrmDb db, TenantIntake tenant, KeyVault vault, bool first)
    {
        var now = db.UtcNow();
        var id = db.TenantId;
        db.Add(new Tenant
        {
            Id = id,
            Slug = tenant.Slug,
            DisplayName = tenant.DisplayName.Trim(),
            BaseCurrency = tenant.BaseCurrency,
            AmountBasis = tenant.AmountBasis,
            TimeZone = tenant.TimeZone,
            Language = tenant.Language,
        });
        db.Add(new AccessSerial { TenantId = id, Serial = 1 });
        if (first) db.Add(new Installation { TenantId = id, CompletedAt = now });
        var roles = RoleTemplates.All.ToDictionary(template => template.Key, template => new Role
        {
            Id = Guid.CreateVersion7(now),
            Key = template.Key,
            Name = template.Name(tenant.Language),
            BuiltIn = true,
            Permissions = GrantsText.Write(template.Grants.Permissions),
            Scopes = GrantsText.Write(template.Grants.Scopes),
        });
        db.AddRange(roles.Values);
        var rootId = Guid.CreateVersion7(now);
        db.Add(new Department { Id = rootId, Name = tenant.DisplayName.Trim(), Path = DepartmentTree.PathOf("/", rootId) });
        db.Add(new LegalEntity { Name = tenant.DisplayName.Trim(), IsDefault = true });
        db.Add(vault.Make(id, now));
        return new Founded(rootId, roles[BuiltInRoles.Administrator].Id);
    }

    internal sealed record Founded(Guid RootDepartmentId, Guid AdministratorRoleId);
}

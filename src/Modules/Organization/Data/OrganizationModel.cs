using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.Data;

/// <summary>Tables with the prefix <c>org_</c>.</summary>
internal static class OrganizationModel
{
    const int HashLength = 64;

    internal static void Configure(ModelBuilder model)
    {
        Tenants(model);
        Structure(model);
        Members(model);
        Access(model);
    }

    static void Tenants(ModelBuilder model)
    {
        model.Entity<Tenant>(entity =>
        {
            entity.ToTable("org_tenants").HasKey(row => row.Id);
            entity.Property(row => row.Slug).HasMaxLength(40);
            entity.Property(row => row.DisplayName).HasMaxLength(100);
            entity.Property(row => row.BaseCurrency).HasMaxLength(3);
            entity.Property(row => row.AmountBasis).HasConversion<string>().HasMaxLength(10);
            entity.Property(row => row.TimeZone).HasMaxLength(60);
            entity.Property(row => row.Language).HasMaxLength(10);
            entity.Property(row => row.FiscalWeeks).HasConversion<string>().HasMaxLength(20);
            entity.HasIndex(row => row.Slug).IsUnique();
        });
        model.Entity<AccessSerial>(entity => entity.ToTable("org_access_serials").HasKey(row => row.TenantId));
        model.Entity<Installation>(entity =>
        {
            entity.ToTable("org_installation").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<BankAccount>(entity =>
        {
            entity.ToTable("org_bank_accounts").HasKey(row => row.Id);
            entity.Property(row => row.Bank).HasMaxLength(200);
            entity.Property(row => row.AccountName).HasMaxLength(200);
            entity.Property(row => row.AccountNumber).HasMaxLength(34);
            entity.Property(row => row.Currency).HasMaxLength(3);
            entity.HasIndex(row => new { row.TenantId, row.LegalEntityId, row.Currency });
            entity.HasIndex(row => new { row.TenantId, row.AccountNumber });
            entity.HasIndex(row => new { row.TenantId, row.Bank, row.Id });
        });
        model.Entity<CalendarDay>(entity =>
        {
            entity.ToTable("org_calendar_days").HasKey(row => row.Id);
            entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(10);
            entity.Property(row => row.NameEn).HasMaxLength(100);
            entity.Property(row => row.NameZh).HasMaxLength(100);
            entity.HasIndex(row => new { row.TenantId, row.Date }).IsUnique();
        });
        model.Entity<ModuleSwitch>(entity =>
        {
            entity.ToTable("org_module_switches").HasKey(row => row.Id);
            entity.Property(row => row.Module).HasMaxLength(40);
            entity.HasIndex(row => new { row.TenantId, row.Module }).IsUnique();
        });
        model.Entity<LegalEntity>(entity =>
        {
            entity.ToTable("org_legal_entities").HasKey(row => row.Id);
            entity.Property(row => row.Name).HasMaxLength(200);
            entity.Property(row => row.Uscc).HasMaxLength(18);
            entity.Property(row => row.Address).HasMaxLength(300);
            entity.HasIndex(row => new { row.TenantId, row.Name, row.Id });
        });
        model.Entity<PlanningRateRow>(entity =>
        {
            entity.ToTable("org_planning_rates").HasKey(row => row.Id);
            entity.Property(row => row.Currency).HasMaxLength(3);
            entity.Property(row => row.Source).HasMaxLength(100);
            entity.HasIndex(row => new { row.TenantId, row.Currency, row.FromDate }).IsUnique();
            entity.HasIndex(row => new { row.TenantId, row.FromDate, row.Id });
        });
    }

    static void Structure(ModelBuilder model)
    {
        model.Entity<Department>(entity =>
        {
            entity.ToTable("org_departments").HasKey(row => row.Id);
            entity.Property(row => row.Name).HasMaxLength(100);
            entity.Property(row => row.Path).HasMaxLength(420);
            entity.Property(row => row.ExternalSource).HasMaxLength(50);
            entity.Property(row => row.ExternalId).HasMaxLength(200);
            entity.HasIndex(row => new { row.TenantId, row.ParentId });
            entity.HasIndex(row => new { row.TenantId, row.Name, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.ExternalSource, row.ExternalId }).IsUnique();
        });
        model.Entity<DepartmentMembership>(entity =>
        {
            entity.ToTable("org_department_memberships").HasKey(row => row.Id);
            entity.HasIndex(row => new { row.TenantId, row.MemberId, row.FromAt });
            entity.HasIndex(row => new { row.TenantId, row.DepartmentId, row.FromAt });
        });
    }

    static void Members(ModelBuilder model)
    {
        model.Entity<Member>(entity =>
        {
            entity.ToTable("org_members").HasKey(row => row.Id);
            entity.Property(row => row.UserName).HasMaxLength(60);
            entity.Property(row => row.NormalizedUserName).HasMaxLength(120);
            entity.Property(row => row.DisplayName).HasMaxLength(100);
            entity.Property(row => row.Email).HasMaxLength(254);
            entity.Property(row => row.Mobile).HasMaxLength(40);
            entity.Property(row => row.Title).HasMaxLength(100);
            entity.Property(row => row.Language).HasMaxLength(10);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.ExternalSource).HasMaxLength(50);
            entity.Property(row => row.ExternalId).HasMaxLength(200);
            entity.HasIndex(row => new { row.TenantId, row.NormalizedUserName }).IsUnique();
            entity.HasIndex(row => new { row.TenantId, row.DepartmentId });
            entity.HasIndex(row => new { row.TenantId, row.DisplayName, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.ExternalSource, row.ExternalId }).IsUnique();
        });
        model.Entity<Credential>(entity =>
        {
            entity.ToTable("org_credentials").HasKey(row => row.MemberId);
            entity.Property(row => row.PasswordHash).HasMaxLength(200);
            entity.Property(row => row.SecurityStamp).HasMaxLength(64);
            entity.Property(row => row.Revision).IsConcurrencyToken();
        });
    }

    static void Access(ModelBuilder model)
    {
        model.Entity<Role>(entity =>
        {
            entity.ToTable("org_roles").HasKey(row => row.Id);
            entity.Property(row => row.Key).HasMaxLength(40);
            entity.Property(row => row.Name).HasMaxLength(100);
            entity.Property(row => row.Permissions).HasMaxLength(4000);
            entity.Property(row => row.Scopes).HasMaxLength(1000);
            entity.HasIndex(row => new { row.TenantId, row.Key }).IsUnique();
            entity.HasIndex(row => new { row.TenantId, row.Name, row.Id });
        });
        model.Entity<MemberRole>(entity =>
        {
            entity.ToTable("org_member_roles").HasKey(row => row.Id);
            entity.HasIndex(row => new { row.TenantId, row.MemberId, row.RoleId }).IsUnique();
            entity.HasIndex(row => new { row.TenantId, row.RoleId });
        });
        model.Entity<ApiKey>(entity =>
        {
            entity.ToTable("org_api_keys").HasKey(row => row.Id);
            entity.Property(row => row.Name).HasMaxLength(100);
            entity.Property(row => row.SecretHash).HasMaxLength(HashLength);
            entity.Property(row => row.Prefix).HasMaxLength(20);
            entity.Property(row => row.Permissions).HasMaxLength(4000);
            entity.HasIndex(row => new { row.TenantId, row.Name, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.MemberId });
        });
        model.Entity<Session>(entity =>
        {
            entity.ToTable("org_sessions").HasKey(row => row.Id);
            entity.Property(row => row.EndedBecause).HasMaxLength(20);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasIndex(row => new { row.TenantId, row.MemberId, row.StartedAt });
            entity.HasIndex(row => row.StartedAt);
        });
        model.Entity<RefreshToken>(entity =>
        {
            entity.ToTable("org_refresh_tokens").HasKey(row => row.Hash);
            entity.Property(row => row.Hash).HasMaxLength(HashLength);
            // Of two who exchange it at once, the second finds it exchanged.
            entity.Property(row => row.RotatedAt).IsConcurrencyToken();
            entity.HasIndex(row => new { row.TenantId, row.SessionId });
            entity.HasIndex(row => row.IssuedAt);
        });
        model.Entity<SigningKey>(entity =>
        {
            entity.ToTable("org_signing_keys").HasKey(row => row.Id);
            entity.Property(row => row.ProtectedKey).HasMaxLength(2000);
            entity.HasIndex(row => new { row.TenantId, row.CreatedAt });
        });
    }
}

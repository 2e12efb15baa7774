using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Data;

/// <summary>Tables with the prefix <c>cust_</c>.</summary>
internal static class CustomersModel
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<Customer>(entity =>
        {
            entity.ToTable("cust_customers").HasKey(row => row.Id);
            entity.Property(row => row.Name).HasMaxLength(200);
            entity.Property(row => row.NameKey).HasMaxLength(200);
            entity.Property(row => row.ShortName).HasMaxLength(100);
            entity.Property(row => row.ShortNameKey).HasMaxLength(100);
            entity.Property(row => row.Uscc).HasMaxLength(18);
            entity.Property(row => row.Industry).HasMaxLength(100);
            entity.Property(row => row.Region).HasMaxLength(100);
            entity.Property(row => row.Address).HasMaxLength(300);
            entity.Property(row => row.Website).HasMaxLength(300);
            entity.Property(row => row.ParentName).HasMaxLength(200);
            entity.Property(row => row.ParentKey).HasMaxLength(200);
            entity.Property(row => row.Tags).HasMaxLength(900);
            entity.HasIndex(row => new { row.TenantId, row.Name, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.CreatedAt, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.UpdatedAt, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.NameKey });
            entity.HasIndex(row => new { row.TenantId, row.ShortNameKey });
            entity.HasIndex(row => new { row.TenantId, row.OwnerId, row.Name });
            entity.HasIndex(row => new { row.TenantId, row.DepartmentId, row.Name });
            entity.HasIndex(row => new { row.TenantId, row.ParentId });
            entity.HasIndex(row => new { row.TenantId, row.ParentKey });
            entity.HasIndex(row => new { row.TenantId, row.Uscc });
        });
        model.Entity<Contact>(entity =>
        {
            entity.ToTable("cust_contacts").HasKey(row => row.Id);
            entity.Property(row => row.Name).HasMaxLength(100);
            entity.Property(row => row.Title).HasMaxLength(100);
            entity.Property(row => row.Mobile).HasMaxLength(40);
            entity.Property(row => row.Email).HasMaxLength(254);
            entity.Property(row => row.WeChat).HasMaxLength(60);
            entity.HasIndex(row => new { row.TenantId, row.CustomerId });
            entity.HasIndex(row => new { row.TenantId, row.Name, row.Id });
        });
        model.Entity<ExternalKeyRow>(entity =>
        {
            entity.ToTable("cust_external_keys").HasKey(row => new { row.TenantId, row.Source, row.ExternalId });
            entity.Property(row => row.Source).HasMaxLength(50);
            entity.Property(row => row.ExternalId).HasMaxLength(200);
            entity.Property(row => row.IdKey).HasMaxLength(200);
            entity.HasIndex(row => new { row.TenantId, row.IdKey });
            entity.HasIndex(row => new { row.TenantId, row.CustomerId });
        });
    }
}

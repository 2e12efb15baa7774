using Microsoft.EntityFrameworkCore;

namespace Crm.Quoting.Data;

/// <summary>Tables with the prefix <c>quo_</c>.</summary>
internal static class QuotingModel
{
    internal static void Configure(ModelBuilder model) => model.Entity<Product>(entity =>
    {
        entity.ToTable("quo_products").HasKey(row => row.Id);
        entity.Property(row => row.Code).HasMaxLength(60);
        entity.Property(row => row.CodeKey).HasMaxLength(120);
        entity.Property(row => row.Name).HasMaxLength(200);
        entity.Property(row => row.NameKey).HasMaxLength(200);
        entity.Property(row => row.Line).HasMaxLength(100);
        entity.Property(row => row.Unit).HasMaxLength(20);
        entity.Property(row => row.Currency).HasMaxLength(3);
        entity.Property(row => row.ExternalSource).HasMaxLength(50);
        entity.Property(row => row.ExternalId).HasMaxLength(200);
        entity.HasIndex(row => new { row.TenantId, row.CodeKey }).IsUnique();
        entity.HasIndex(row => new { row.TenantId, row.NameKey });
        entity.HasIndex(row => new { row.TenantId, row.Code, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.Name, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.ExternalSource, row.ExternalId }).IsUnique();
    });
}

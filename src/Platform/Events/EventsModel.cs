using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Events;

static class EventsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<RelayRow>(entity =>
        {
            entity.ToTable("sys_relay").HasKey(row => row.Name);
            entity.Property(row => row.Name).HasMaxLength(40);
        });
        model.Entity<InboxRow>(entity =>
        {
            entity.ToTable("sys_inbox").HasKey(row => new { row.Reaction, row.EventId });
            entity.Property(row => row.Reaction).HasMaxLength(100);
            entity.HasIndex(row => row.At);
        });
        model.Entity<DeliveryRow>(entity =>
        {
            entity.ToTable("sys_deliveries").HasKey(row => row.Id);
            entity.Property(row => row.Reaction).HasMaxLength(100);
            entity.Property(row => row.Name).HasMaxLength(100);
            entity.Property(row => row.Error).HasMaxLength(2000);
            entity.HasIndex(row => new { row.Reaction, row.EventId }).IsUnique();
            entity.HasIndex(row => new { row.TenantId, row.Reaction, row.RecordId });
            entity.HasIndex(row => new { row.ParkedAt, row.NextTryAt });
        });
    }
}

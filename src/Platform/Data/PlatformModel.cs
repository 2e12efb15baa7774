using Crm.Platform.Events;
using Crm.Platform.Fields;
using Crm.Platform.Files;
using Crm.Platform.Jobs;
using Crm.Platform.RecordFiles;
using Crm.Platform.Scheduling;
using Crm.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Data;

/// <summary>The tables that belong to no module.</summary>
static class PlatformModel
{
    public static void Configure(ModelBuilder model, Engine engine)
    {
        FilesModel.Configure(model);
        RecordFilesModel.Configure(model);
        FieldsModel.Configure(model);
        JobsModel.Configure(model);
        EventsModel.Configure(model);
        ScheduleModel.Configure(model);
        SearchModel.Configure(model);
        model.Entity<OutboxRow>(entity =>
        {
            entity.ToTable("sys_outbox").HasPosition(engine);
            entity.Property(row => row.Name).HasMaxLength(100);
            entity.HasIndex(row => row.EventId).IsUnique();
        });
        model.Entity<AuditRow>(entity =>
        {
            // Read by people, newest first, and followed by nobody.
            entity.ToTable("sys_audit").HasPosition(engine, followed: false);
            entity.Property(row => row.RecordType).HasMaxLength(60);
            entity.Property(row => row.Action).HasMaxLength(20);
            entity.HasIndex(row => new { row.TenantId, row.At, row.Seq });
            entity.HasIndex(row => new { row.TenantId, row.RecordId, row.At, row.Seq });
            entity.HasIndex(row => new { row.TenantId, row.RecordType, row.At, row.Seq });
            entity.HasIndex(row => new { row.TenantId, row.ActorId, row.At, row.Seq });
        });
        model.Entity<IdempotencyRow>(entity =>
        {
            entity.ToTable("sys_idempotency").HasKey(row => new { row.TenantId, row.MemberId, row.Key });
            entity.Property(row => row.Key).HasMaxLength(200);
            entity.Property(row => row.RequestHash).HasMaxLength(64);
            entity.HasIndex(row => row.CreatedAt);
        });
    }
}

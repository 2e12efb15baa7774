using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Jobs;

static class JobsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<JobRow>(entity =>
        {
            entity.ToTable("sys_jobs").HasKey(row => row.Id);
            entity.Property(row => row.Kind).HasMaxLength(60);
            entity.Property(row => row.Status).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.ErrorCode).HasMaxLength(100);
            entity.Property(row => row.ErrorDetail).HasMaxLength(2000);
            entity.HasIndex(row => new { row.Status, row.TenantId, row.CreatedAt });
            entity.HasIndex(row => new { row.TenantId, row.CreatedAt, row.Id });
        });
        model.Entity<JobResultRow>(entity =>
        {
            entity.ToTable("sys_job_results").HasKey(row => new { row.TenantId, row.JobId, row.No });
            entity.Property(row => row.Outcome).HasMaxLength(40);
            entity.Property(row => row.Key).HasMaxLength(200);
            entity.HasIndex(row => new { row.TenantId, row.JobId, row.IsFailed, row.No });
        });
    }
}

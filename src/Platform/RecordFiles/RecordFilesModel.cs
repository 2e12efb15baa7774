using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.RecordFiles;

static class RecordFilesModel
{
    public const int DescriptionLength = 1000;
    public const int CommentLength = 500;

    public static void Configure(ModelBuilder model)
    {
        model.Entity<RecordFile>(entity =>
        {
            entity.ToTable("sys_record_files").HasKey(row => row.Id);
            entity.Property(row => row.Name).HasMaxLength(Files.FileNames.MaxLength);
            entity.Property(row => row.Description).HasMaxLength(DescriptionLength);
            entity.Property(row => row.RecordKind).HasMaxLength(30);
            entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Format).HasMaxLength(20);
            entity.Property(row => row.Sha256).HasMaxLength(64);
            entity.HasIndex(row => new { row.TenantId, row.RecordKind, row.RecordId, row.ContentAt, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.RecordKind, row.RecordId, row.Name, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.RecordKind, row.RecordId, row.UpdatedAt, row.Id });
        });
        model.Entity<RecordFileVersion>(entity =>
        {
            entity.ToTable("sys_record_file_versions").HasKey(row => row.Id);
            entity.Property(row => row.Format).HasMaxLength(20);
            entity.Property(row => row.Sha256).HasMaxLength(64);
            entity.Property(row => row.Comment).HasMaxLength(CommentLength);
            entity.HasIndex(row => new { row.TenantId, row.FileId, row.No }).IsUnique();
        });
        model.Entity<FileLimits>(entity =>
        {
            entity.ToTable("sys_file_limits").HasKey(row => row.Id);
            entity.Ignore(row => row.Kinds);
            entity.Property(row => row.AllowedKinds).HasMaxLength(300);
            entity.HasIndex(row => row.TenantId).IsUnique();
        });
    }
}

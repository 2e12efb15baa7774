using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Files;

static class FilesModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<StoredFile>(entity =>
        {
            entity.ToTable("sys_files").HasKey(row => row.Id);
            entity.Property(row => row.Name).HasMaxLength(255);
            entity.Property(row => row.ContentType).HasMaxLength(100);
            entity.Property(row => row.Sha256).HasMaxLength(64);
            entity.Property(row => row.Format).HasMaxLength(20);
            entity.Property(row => row.Place).HasConversion<string>().HasMaxLength(20);
            entity.HasIndex(row => row.ExpiresAt);
            entity.HasIndex(row => new { row.TenantId, row.Sha256, row.Length });
            entity.HasIndex(row => new { row.TenantId, row.Id });
        });
        model.Entity<StoredFilePart>(entity =>
        {
            entity.ToTable("sys_file_parts").HasKey(row => new { row.FileId, row.No });
        });
        model.Entity<FilePreview>(entity =>
        {
            entity.ToTable("sys_file_previews").HasKey(row => new { row.TenantId, row.FileId, row.Box });
            entity.Property(row => row.Problem).HasMaxLength(100);
        });
    }
}

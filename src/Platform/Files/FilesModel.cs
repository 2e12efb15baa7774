using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Files;

static class FilesModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<StoredFile>(entity =>
        {
            entity.ToTable("sys_files").HasKey(row => row.Id);
            entity.Ignore(row => row.IsComplete);
            entity.Property(row => row.Name).HasMaxLength(255);
            entity.Property(row => row.ContentType).HasMaxLength(100);
            entity.Property(row => row.Sha256).HasMaxLength(64);
            entity.HasIndex(row => row.CreatedAt);
            entity.HasIndex(row => new { row.TenantId, row.Id });
        });
        model.Entity<StoredFilePart>(entity =>
        {
            entity.ToTable("sys_file_parts").HasKey(row => new { row.FileId, row.No });
        });
    }
}

using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Search;

static class SearchModel
{
    public const string Docs = "sys_search_docs";
    public const string Terms = "sys_search_terms";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<SearchDocRow>(entity =>
        {
            entity.ToTable(Docs).HasKey(row => row.No);
            entity.Property(row => row.No).ValueGeneratedOnAdd();
            entity.Property(row => row.Text).HasMaxLength(SearchText.MaxLength);
            entity.HasIndex(row => new { row.TenantId, row.RecordId, row.Kind }).IsUnique();
        });
        model.Entity<SearchTermRow>(entity => entity.ToTable(Terms).HasKey(row => new { row.TenantId, row.Term, row.Doc }));
        model.Entity<SearchStateRow>(entity =>
        {
            entity.ToTable("sys_search_state").HasKey(row => row.Kind);
            entity.Property(row => row.Kind).HasMaxLength(30);
            entity.Property(row => row.Version).HasMaxLength(20);
        });
    }
}

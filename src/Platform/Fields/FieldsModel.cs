using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Fields;

/// <summary>Custom fields, pick lists and the values that lists find by: tables with the prefix <c>fld_</c>.</summary>
static class FieldsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<CustomField>(entity =>
        {
            entity.ToTable("fld_fields").HasKey(row => row.Id);
            entity.Property(row => row.Resource).HasMaxLength(40);
            entity.Property(row => row.Key).HasMaxLength(FieldLimits.KeyLength);
            entity.Property(row => row.Type).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.LabelEn).HasMaxLength(FieldLimits.LabelLength);
            entity.Property(row => row.LabelZh).HasMaxLength(FieldLimits.LabelLength);
            entity.Property(row => row.HelpEn).HasMaxLength(FieldLimits.HelpLength);
            entity.Property(row => row.HelpZh).HasMaxLength(FieldLimits.HelpLength);
            entity.Property(row => row.Access).HasMaxLength(4000);
            entity.HasIndex(row => new { row.TenantId, row.Resource, row.Key }).IsUnique();
            entity.HasIndex(row => new { row.TenantId, row.Position, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.PickListId });
        });
        model.Entity<PickList>(entity =>
        {
            entity.ToTable("fld_pick_lists").HasKey(row => row.Id);
            entity.Property(row => row.Key).HasMaxLength(FieldLimits.ListKeyLength);
            entity.Property(row => row.LabelEn).HasMaxLength(FieldLimits.LabelLength);
            entity.Property(row => row.LabelZh).HasMaxLength(FieldLimits.LabelLength);
            entity.HasIndex(row => new { row.TenantId, row.Key }).IsUnique();
        });
        model.Entity<PickValue>(entity =>
        {
            entity.ToTable("fld_pick_values").HasKey(row => row.Id);
            entity.Property(row => row.Key).HasMaxLength(FieldLimits.ValueKeyLength);
            entity.Property(row => row.LabelEn).HasMaxLength(FieldLimits.LabelLength);
            entity.Property(row => row.LabelZh).HasMaxLength(FieldLimits.LabelLength);
            entity.Property(row => row.Color).HasConversion<string>().HasMaxLength(20);
            entity.HasIndex(row => new { row.TenantId, row.PickListId, row.Key }).IsUnique();
            entity.HasIndex(row => new { row.TenantId, row.Position, row.Id });
        });
        model.Entity<FieldSerial>(entity =>
        {
            entity.ToTable("fld_serials").HasKey(row => row.TenantId);
            entity.Property(row => row.TenantId).ValueGeneratedNever();
        });
        model.Entity<FieldValueRow>(entity =>
        {
            entity.ToTable("fld_values").HasKey(row => new { row.TenantId, row.RecordId, row.FieldId, row.No });
            entity.Property(row => row.Text).HasMaxLength(FieldValueRow.TextLength);
            entity.Property(row => row.UniqueKey).HasMaxLength(64);
            entity.HasIndex(row => new { row.TenantId, row.FieldId, row.Text, row.RecordId });
            entity.HasIndex(row => new { row.TenantId, row.FieldId, row.Number, row.RecordId });
            entity.HasIndex(row => new { row.TenantId, row.FieldId, row.UniqueKey }).IsUnique();
        });
    }
}

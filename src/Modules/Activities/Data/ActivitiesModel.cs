using Crm.Activities.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.Data;

/// <summary>Tables with the prefix <c>act_</c>.</summary>
internal static class ActivitiesModel
{
    public const int RecordKindLength = 30;

    internal static void Configure(ModelBuilder model)
    {
        model.Entity<Activity>(entity =>
        {
            entity.ToTable("act_activities").HasKey(row => row.Id);
            entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Direction).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Subject).HasMaxLength(TaskRules.TitleLength);
            entity.Property(row => row.Text).HasMaxLength(TaskRules.TextLength);
            entity.Property(row => row.Result).HasMaxLength(TaskRules.ResultLength);
            entity.Property(row => row.RecordKind).HasMaxLength(RecordKindLength);
            entity.HasIndex(row => new { row.TenantId, row.RecordKind, row.RecordId, row.At, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.CustomerId, row.At, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.OwnerId, row.At, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.DepartmentId, row.At, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.At, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.UpdatedAt, row.Id });
        });
        model.Entity<Participant>(entity =>
        {
            entity.ToTable("act_participants").HasKey(row => new { row.TenantId, row.ActivityId, row.PersonId });
            entity.HasIndex(row => new { row.TenantId, row.PersonId, row.ActivityId });
        });
        model.Entity<WorkTask>(entity =>
        {
            entity.ToTable("act_tasks").HasKey(row => row.Id);
            entity.Property(row => row.Title).HasMaxLength(TaskRules.TitleLength);
            entity.Property(row => row.Text).HasMaxLength(TaskRules.TextLength);
            entity.Property(row => row.Result).HasMaxLength(TaskRules.ResultLength);
            entity.Property(row => row.Priority).HasConversion<int>();
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Completion).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.RecordKind).HasMaxLength(RecordKindLength);
            entity.HasIndex(row => new { row.TenantId, row.State, row.DueRank, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.OwnerId, row.State, row.DueRank, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.RecordKind, row.RecordId, row.TimelineAt, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.CustomerId, row.TimelineAt, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.DueRank, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.CreatedAt, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.UpdatedAt, row.Id });
        });
        model.Entity<AssignmentRow>(entity =>
        {
            entity.ToTable("act_assignments").HasKey(row => new { row.TenantId, row.TaskId, row.MemberId });
            entity.HasIndex(row => new { row.TenantId, row.MemberId, row.TaskId });
        });
        model.Entity<Notification>(entity =>
        {
            entity.ToTable("act_notifications").HasKey(row => row.Id);
            entity.Property(row => row.Channel).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Kind).HasMaxLength(60);
            entity.Property(row => row.Key).HasMaxLength(200);
            entity.Property(row => row.RecordKind).HasMaxLength(RecordKindLength);
            entity.HasIndex(row => new { row.TenantId, row.RecipientId, row.Channel, row.Key }).IsUnique();
            entity.HasIndex(row => new { row.TenantId, row.RecipientId, row.Channel, row.State, row.NotBefore, row.Id });
            entity.HasIndex(row => new { row.TenantId, row.RecipientId, row.Channel, row.State, row.ReadAt, row.NotBefore });
            entity.HasIndex(row => new { row.TenantId, row.RecordKind, row.RecordId, row.State });
        });
    }
}

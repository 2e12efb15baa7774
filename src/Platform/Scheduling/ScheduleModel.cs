using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Scheduling;

static class ScheduleModel
{
    public const int OutcomeLength = 500;

    public static void Configure(ModelBuilder model) => model.Entity<ScheduleRow>(entity =>
    {
        entity.ToTable("sys_schedules").HasKey(row => row.Name);
        entity.Property(row => row.Name).HasMaxLength(100);
        entity.Property(row => row.Outcome).HasMaxLength(OutcomeLength);
    });
}

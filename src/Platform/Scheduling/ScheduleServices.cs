using Microsoft.Extensions.DependencyInjection;

namespace Crm.Platform.Scheduling;

public static class ScheduleServices
{
    /// <summary>Names work that recurs. Nothing else is to be done for it to run.</summary>
    public static IServiceCollection AddSchedule<T>(this IServiceCollection services)
        where T : class, IScheduledWork => services.AddSingleton<IScheduledWork, T>();
}

using Crm.Platform.Scheduling;
using Quartz;

namespace Crm.Host.Scheduling;

/// <summary>The one Quartz job: calls the work whose name it carries, never twice at a time over all nodes.</summary>
[DisallowConcurrentExecution]
sealed class RunSchedule(IEnumerable<IScheduledWork> works, ScheduleRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.JobDetail.Key.Name;
        // A node of the next release may have stored work that this one does not know yet.
        if (works.FirstOrDefault(work => work.Name == name) is { } work) await runs.Run(work, cancellationToken);
    }
}

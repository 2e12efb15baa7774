using Crm.Platform.Data;
using Crm.Platform.Scheduling;
using Quartz;

namespace Crm.Host.Scheduling;

/// <summary>Starts the scheduler once the host answers, so that nobody waits for it; tries again while the database is away.</summary>
sealed partial class ScheduleStart(
    HostSettings settings, ISchedulerFactory factory, IEnumerable<IScheduledWork> works, IConfiguration configuration, IHostApplicationLifetime lifetime,
    TimeProvider clock, ILogger<ScheduleStart> log) : BackgroundService
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(10);
    IScheduler? _scheduler;

    /// <summary>When a schedule runs next; null while the scheduler is not there yet.</summary>
    public async Task<DateTime?> Next(string name, CancellationToken ct) =>
        _scheduler is { } scheduler && await scheduler.GetTrigger(new TriggerKey(name), ct) is { } trigger
            ? trigger.NextFireTimeUtc?.UtcDateTime
            : null;

    /// <summary>As its module says, unless the configuration says otherwise.</summary>
    public string CronOf(IScheduledWork work) => configuration[$"Schedules:{work.Name}"] is { Length: > 0 } said ? said : work.Cron;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Work under way hears of it and is done again later: all of it is safe to repeat.
        if (_scheduler is { } scheduler) await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await Started(stoppingToken)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (settings.Database.Engine != Engine.Sqlite) await QuartzSchema.Make(settings.Database, stoppingToken);
                var scheduler = await factory.GetScheduler(stoppingToken);
                await Store(scheduler, stoppingToken);
                await scheduler.Start(stoppingToken);
                _scheduler = scheduler;
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                NotStarted(log, e);
                await Task.Delay(Again, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    async Task<bool> Started(CancellationToken stopping)
    {
        var answers = new TaskCompletionSource();
        await using var started = lifetime.ApplicationStarted.Register(answers.SetResult);
        await answers.Task.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return answers.Task.IsCompletedSuccessfully;
    }

    // What is stored stays as it is, with its last and next time; only a changed time table is stored anew, and work that no module names is taken out.
    async Task Store(IScheduler scheduler, CancellationToken ct)
    {
        foreach (var work in works)
        {
            var key = new TriggerKey(work.Name);
            var stored = await scheduler.GetTrigger(key, ct);
            if (stored is ICronTrigger known && known.CronExpressionString == CronOf(work)) continue;
            var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(new JobKey(work.Name))
                .WithCronSchedule(CronOf(work), cron => cron.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
            try
            {
                if (stored is not null) await scheduler.RescheduleJob(key, trigger, ct);
                else await scheduler.ScheduleJob(JobBuilder.Create<RunSchedule>().WithIdentity(new JobKey(work.Name)).RequestRecovery().Build(), trigger, new ScheduleJobOptions(), ct);
            }
            catch (ObjectAlreadyExistsException)
            {
                // Another node was first.
            }
        }
        var names = works.Select(work => work.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), ct))
        {
            if (!names.Contains(key.Name)) await scheduler.DeleteJob(key, ct);
        }
    }

    [LoggerMessage(LogLevel.Error, "The scheduler could not be started; trying again.")]
    static partial void NotStarted(ILogger log, Exception e);
}

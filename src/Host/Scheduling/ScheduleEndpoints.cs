using Crm.Platform.Http;
using Crm.Platform.Scheduling;
using Crm.Platform.Security;

namespace Crm.Host.Scheduling;

/// <summary>What recurs, for those who look after the installation.</summary>
static class ScheduleEndpoints
{
    public static void MapSchedules(this RouteGroupBuilder api) => api.MapGet("/schedules", Handle).WithTags("Schedules")
        .WithName("ListSchedules").WithSummary("Work that recurs: when, how it went last, when it runs next").Requires(Permission.ManageEvents).Answers<ScheduleList>();

    static async Task<IResult> Handle(Caller caller, IEnumerable<IScheduledWork> works, ScheduleRuns runs, ScheduleStart start, CancellationToken ct)
    {
        _ = caller;
        var last = await runs.Last(ct);
        var items = new List<ScheduleView>();
        foreach (var work in works.OrderBy(work => work.Name, StringComparer.Ordinal))
        {
            var row = last.GetValueOrDefault(work.Name);
            items.Add(new ScheduleView
            {
                Name = work.Name,
                Cron = start.CronOf(work),
                LastStartedAt = row?.StartedAt,
                LastEndedAt = row?.EndedAt,
                LastFailed = row?.IsFailed,
                LastOutcome = row?.Outcome,
                Runs = row?.Runs ?? 0,
                NextAt = await start.Next(work.Name, ct),
            });
        }
        return TypedResults.Ok(new ScheduleList { Items = items });
    }
}

/// <summary>All schedules.</summary>
sealed record ScheduleList
{
    public required IReadOnlyList<ScheduleView> Items { get; init; }
}

/// <summary>Work that recurs.</summary>
sealed record ScheduleView
{
    /// <summary>Module and what it does.</summary>
    public required string Name { get; init; }

    /// <summary>In UTC: seconds, minutes, hours, day of month, month, day of week.</summary>
    public required string Cron { get; init; }

    /// <summary>Null when it never ran.</summary>
    public required DateTime? LastStartedAt { get; init; }
    public required DateTime? LastEndedAt { get; init; }
    public required bool? LastFailed { get; init; }

    /// <summary>What it did, or what went wrong.</summary>
    public required string? LastOutcome { get; init; }

    /// <summary>How often it ran to its end.</summary>
    public required long Runs { get; init; }

    /// <summary>Null in the first moments after a start.</summary>
    public required DateTime? NextAt { get; init; }
}

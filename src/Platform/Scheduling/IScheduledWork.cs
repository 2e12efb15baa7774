namespace Crm.Platform.Scheduling;

/// <summary>
/// Work that recurs. Registered by its module with <see cref="ScheduleServices.AddSchedule"/>; the host's persistent scheduler calls it on one
/// node at a time, once for all the times that were missed, and again when the node it ran on died: it must be safe to do twice.
/// </summary>
public interface IScheduledWork
{
    /// <summary>Stable: module, dot, verb, e.g. <c>platform.purge</c>. Its history hangs on it.</summary>
    string Name { get; }

    /// <summary>When, in UTC: seconds, minutes, hours, day of month, month, day of week. Configuration may say otherwise (<c>Schedules:NAME</c>).</summary>
    string Cron { get; }

    /// <returns>What it did, in a few words for an administrator.</returns>
    Task<string> Run(CancellationToken ct);
}

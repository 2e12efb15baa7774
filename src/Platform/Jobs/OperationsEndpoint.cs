using Crm.Platform.Data;
using Crm.Platform.Events;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Crm.Platform.Jobs;

/// <summary>How the parts stand that the caller's tenant depends on: what readiness says, and how much of its own work waits.</summary>
static class OperationsEndpoint
{
    const string Events = "events";

    public static void Map(RouteGroupBuilder api) => api.MapGet("/operations", Handle).WithName("GetOperations").WithTags("Operations")
        .WithSummary("How the parts stand, and how much of the tenant's work waits.").Requires(Permission.ManageEvents).Answers<OperationsView>();

    static async Task<IResult> Handle(Caller caller, Database database, HealthCheckService health, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        // What the host says of events counts those of every tenant; here the caller's own are judged.
        var report = await health.CheckHealthAsync(check => check.Tags.Contains("ready") && check.Name != Events, ct);
        CommitPosition position;
        await using (var all = database.ReadAcrossTenants())
        {
            var relay = await all.Set<RelayRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).AsNoTracking().SingleOrDefaultAsync(row => row.Name == RelayLease.Name, ct);
            position = relay is null ? CommitPosition.Start : new CommitPosition(relay.Major, relay.Seq);
        }
        await using var db = database.Read(caller.TenantId);
        var waiting = db.Set<OutboxRow>().AsNoTracking().After(database.Engine, position, long.MaxValue);
        var oldest = await waiting.Select(row => (DateTime?)row.At).FirstOrDefaultAsync(ct);
        var jobs = await db.Set<JobRow>().Where(row => row.Status == JobStatus.Queued || row.Status == JobStatus.Running)
            .GroupBy(row => row.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        var parked = await db.Set<DeliveryRow>().CountAsync(row => row.ParkedAt != null, ct);
        List<(string Name, HealthStatus Status, string? Detail)> parts =
        [
            .. report.Entries.Select(entry => (entry.Key, entry.Value.Status, entry.Value.Description)),
            (Events, parked > 0 ? HealthStatus.Degraded : HealthStatus.Healthy, parked > 0 ? $"{parked} events are parked." : null),
        ];
        Outcome<OperationsView> outcome = new OperationsView
        {
            Status = parts.Min(part => part.Status).ToString(),
            Parts = [.. parts.OrderBy(part => part.Name, StringComparer.Ordinal).Select(part => new PartView
            {
                Name = part.Name, Status = part.Status.ToString(), Detail = part.Detail,
            })],
            EventsWaiting = await waiting.Take(OperationsView.Most).CountAsync(ct),
            RelayLagSeconds = oldest is { } at ? Math.Max(0, (long)(clock.UtcNow() - at).TotalSeconds) : 0,
            EventsRetried = await db.Set<DeliveryRow>().CountAsync(row => row.ParkedAt == null, ct),
            EventsParked = parked,
            JobsRunning = jobs.GetValueOrDefault(JobStatus.Running),
            JobsQueued = jobs.GetValueOrDefault(JobStatus.Queued),
        };
        return outcome.ToOk(http);
    }
}

/// <summary>The parts of the installation, and the caller's tenant's share of their work.</summary>
sealed record OperationsView
{
    public const int Most = 10_000;

    /// <summary>Healthy, Degraded or Unhealthy: the worst of the parts.</summary>
    public required string Status { get; init; }

    public required IReadOnlyList<PartView> Parts { get; init; }

    /// <summary>Events of the tenant that no reaction has been offered yet; counted up to 10,000.</summary>
    public required int EventsWaiting { get; init; }

    /// <summary>How long the oldest of them has waited; 0 when none does.</summary>
    public required long RelayLagSeconds { get; init; }

    /// <summary>Events of the tenant that failed, or wait behind one that did, and are tried again by themselves.</summary>
    public required int EventsRetried { get; init; }

    /// <summary>Events of the tenant whose tries are used up.</summary>
    public required int EventsParked { get; init; }

    public required int JobsRunning { get; init; }

    public required int JobsQueued { get; init; }
}

/// <summary>A part that the host needs.</summary>
sealed record PartView
{
    /// <summary>E.g. database, events.</summary>
    public required string Name { get; init; }

    /// <summary>Healthy, Degraded or Unhealthy.</summary>
    public required string Status { get; init; }

    public string? Detail { get; init; }
}

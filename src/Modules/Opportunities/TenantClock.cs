using System.Collections.Concurrent;
using Crm.Contracts.Organization;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;

namespace Crm.Opportunities;

/// <summary>Now, and which business date that is where a tenant works.</summary>
internal sealed class TenantClock(IOrganizationDirectory organization, TimeProvider clock)
{
    readonly ConcurrentDictionary<string, TimeZoneInfo> _zones = new(StringComparer.Ordinal);

    public async ValueTask<Moment> Now(Guid tenantId, Guid? actorId, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var tenant = await organization.Tenant(tenantId, cancellation);
        return new Moment(now, DateIn(tenant?.TimeZone, now), actorId);
    }

    public DateOnly DateIn(string? zone, DateTime instant) =>
        zone is null ? DateOnly.FromDateTime(instant) : DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, Zone(zone)));

    /// <summary>The instant at which a business date begins.</summary>
    public DateTime StartOf(string zone, DateOnly date)
    {
        var (found, midnight) = (Zone(zone), date.ToDateTime(TimeOnly.MinValue));
        // Where the clock is put forward at midnight the day begins an hour later.
        return TimeZoneInfo.ConvertTimeToUtc(found.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, found);
    }

    TimeZoneInfo Zone(string zone) => _zones.GetOrAdd(zone, id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var known) ? known : TimeZoneInfo.Utc);
}

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

    public DateOnly DateIn(string? zone, DateTime instant)
    {
        if (zone is null) return DateOnly.FromDateTime(instant);
        var found = _zones.GetOrAdd(zone, id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var known) ? known : TimeZoneInfo.Utc);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, found));
    }
}

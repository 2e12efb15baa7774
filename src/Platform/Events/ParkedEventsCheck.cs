using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Crm.Platform.Events;

/// <summary>Degraded while any event is parked: the host works, but somebody has to look.</summary>
sealed class ParkedEventsCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = database.ReadAcrossTenants();
        var parked = await db.Set<DeliveryRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).CountAsync(row => row.ParkedAt != null, cancellationToken);
        return parked == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{parked} events are parked.");
    }
}

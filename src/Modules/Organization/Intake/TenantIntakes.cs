using Crm.Contracts;
using Crm.Contracts.Organization;
using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.Intake;

/// <summary>Tenants and rates from outside, for the demo start and tests.</summary>
internal sealed class TenantIntakes(Database database, AccessCache cache, KeyVault vault, TimeProvider clock) : ITenantIntake
{
    public async Task<TenantIntakeAnswer> Ensure(TenantIntake tenant, CancellationToken ct)
    {
        if (TenantFounding.Check(tenant) is { } invalid)
            throw new ArgumentException($"{invalid.Detail} {string.Join(' ', invalid.Errors!.Select(e => $"{e.Key}: {e.Value[0]}"))}", nameof(tenant));
        while (true)
        {
            if (await Find(tenant.Slug, ct) is { } present) return present;
            var first = !await IsInstalled(database, ct);
            var tenantId = Guid.CreateVersion7(clock.GetUtcNow());
            try
            {
                await database.Write(
                    new WriteContext(tenantId, null),
                    (db, _) => Task.FromResult(Outcome<TenantFounding.Founded>.Of(TenantFounding.Add(db, tenant, vault, first))),
                    ct);
                return (await Find(tenant.Slug, ct))! with { Created = true };
            }
            catch (DbUpdateException e) when (UniqueKeys.Caused(e))
            {
                // Another caller was first with this slug, or with the first tenant of the installation.
            }
        }
    }

    public async Task SetPlanningRates(IUnitOfWork unit, IReadOnlyList<PlanningRateIntake> rates, CancellationToken ct)
    {
        var db = unit.Db();
        await AccessWrites.Touch(db, ct);
        var present = await db.Set<PlanningRateRow>().ToListAsync(ct);
        foreach (var rate in rates)
        {
            if (!Currency.TryParse(rate.Currency, out _) || rate.Rate is <= 0 or > Scaled.MaxRate)
                throw new ArgumentException($"{rate.Currency} at {rate.Rate} is no rate.", nameof(rates));
            var scaled = Scaled.Rate(rate.Rate);
            if (present.SingleOrDefault(row => row.Currency == rate.Currency && row.FromDate == rate.From) is { } row)
            {
                row.RateE10 = scaled;
                row.Source = rate.Source;
                row.ArchivedAt = null;
                continue;
            }
            row = new PlanningRateRow { Currency = rate.Currency, FromDate = rate.From, RateE10 = scaled, Source = rate.Source };
            present.Add(row);
            db.Add(row);
        }
    }

    public void Refresh(Guid tenantId) => cache.Forget(tenantId);

    internal static async Task<bool> IsInstalled(Database database, CancellationToken ct)
    {
        await using var db = database.ReadAcrossTenants();
        return await db.Set<Installation>().IgnoreQueryFilters([CrmDb.TenantFilter]).AnyAsync(ct);
    }

    async Task<TenantIntakeAnswer?> Find(string slug, CancellationToken ct)
    {
        await using var db = database.ReadAcrossTenants();
        var found = await (
            from tenant in db.Set<Tenant>().IgnoreQueryFilters([CrmDb.TenantFilter])
            where tenant.Slug == slug
            join root in db.Set<Department>().IgnoreQueryFilters([CrmDb.TenantFilter]) on tenant.Id equals root.TenantId
            where root.ParentId == null
            select new { tenant.Id, RootId = root.Id, tenant.CreatedAt }).SingleOrDefaultAsync(ct);
        return found is null ? null : new TenantIntakeAnswer(found.Id, found.RootId, found.CreatedAt, false);
    }
}

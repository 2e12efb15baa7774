namespace Crm.Contracts.Organization;

/// <summary>Makes tenants, for the first start and demonstration data.</summary>
public interface ITenantIntake
{
    /// <summary>
    /// The tenant of that slug; made with its built-in roles, a legal entity and a root department when it is not there, and left as it
    /// is when it is. Runs in its own transaction; calling it twice, or from two places at once, makes one tenant.
    /// </summary>
    Task<TenantIntakeAnswer> Ensure(TenantIntake tenant, CancellationToken ct);

    /// <summary>Sets planning rates in the caller's transaction; a rate of the same currency and date is replaced.</summary>
    Task SetPlanningRates(IUnitOfWork unit, IReadOnlyList<PlanningRateIntake> rates, CancellationToken ct);

    /// <summary>Makes members, departments and rates that were taken in count on this node at once. Call it after the transaction is committed.</summary>
    void Refresh(Guid tenantId);
}

/// <summary>The tenant after <see cref="ITenantIntake.Ensure"/>.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="RootDepartmentId">The company: the root of its department tree.</param>
/// <param name="FoundedAtUtc">When it was made.</param>
/// <param name="Created">False when it was there already.</param>
public sealed record TenantIntakeAnswer(Guid TenantId, Guid RootDepartmentId, DateTime FoundedAtUtc, bool Created);

/// <summary>A planning rate to hold from a date on.</summary>
/// <param name="Currency">ISO 4217 code, not the base currency.</param>
/// <param name="From">The first date it holds on.</param>
/// <param name="Rate">Base units per one unit, above 0, at most 10 decimals.</param>
/// <param name="Source">Who says so.</param>
public sealed record PlanningRateIntake(string Currency, DateOnly From, decimal Rate, string Source);

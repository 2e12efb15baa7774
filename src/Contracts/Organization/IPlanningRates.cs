namespace Crm.Contracts.Organization;

/// <summary>The tenant's dated planning rates: how amounts in other currencies count in the base currency until they are frozen on a document.</summary>
public interface IPlanningRates
{
    /// <summary>Base currency per one unit of <paramref name="currency"/> on a date: 1 for the base currency itself, null when the tenant has no rate yet on that date.</summary>
    ValueTask<PlanningRate?> Rate(Guid tenantId, string currency, DateOnly on, CancellationToken ct);
}

namespace Crm.Contracts.Organization;

/// <summary>A planning rate with where it comes from.</summary>
/// <param name="Currency">ISO 4217 code of the currency that is converted.</param>
/// <param name="BaseCurrency">ISO 4217 code it is converted into.</param>
/// <param name="Rate">Base units per one unit, at most 10 decimals.</param>
/// <param name="From">The first date it holds on.</param>
/// <param name="Source">Who says so, as the tenant wrote it.</param>
public sealed record PlanningRate(string Currency, string BaseCurrency, decimal Rate, DateOnly From, string Source);

using Crm.Contracts.Organization;

namespace Crm.Organization.Domain;

/// <summary>The tenant's planning rates by currency, each list by its first date.</summary>
internal sealed class RateTable
{
    readonly string _baseCurrency;
    readonly Dictionary<string, PlanningRate[]> _byCurrency;

    internal RateTable(string baseCurrency, IEnumerable<PlanningRate> rates)
    {
        _baseCurrency = baseCurrency;
        _byCurrency = rates.GroupBy(rate => rate.Currency, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(rate => rate.From).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The latest rate that had begun on the date.</summary>
    internal PlanningRate? On(string currency, DateOnly date)
    {
        if (currency == _baseCurrency) return new PlanningRate(currency, _baseCurrency, 1m, DateOnly.MinValue, "base");
        if (!_byCurrency.TryGetValue(currency, out var rates)) return null;
        PlanningRate? found = null;
        foreach (var rate in rates)
        {
            if (rate.From > date) break;
            found = rate;
        }
        return found;
    }
}

namespace Crm.Opportunities.Domain;

/// <summary>
/// The additive funnel. Putting in facts and taking out the former ones keeps it equal to a recount; the live funnel and the pipeline
/// as of a past moment are the same sums over different rows.
/// </summary>
internal sealed class FunnelCells
{
    readonly FunnelBreakdown _all = new();
    readonly Dictionary<Guid, FunnelBreakdown> _byProduct = [];

    /// <summary>One opportunity's step from its former facts to its present ones; either may be absent or outside the funnel.</summary>
    public void Step(HistoryFacts? former, HistoryFacts? present)
    {
        if (former is { InFunnel: true }) Add(former, -1);
        if (present is { InFunnel: true }) Add(present, +1);
    }

    /// <summary>The slice by stage. Its cost depends on how many cells the slice is made of, not on how many opportunities.</summary>
    public Dictionary<(string MethodId, string Stage, Contracts.Opportunities.FunnelBand Band), FunnelCell> Sum(FunnelSlice slice)
    {
        var sums = new Dictionary<(string, string, Contracts.Opportunities.FunnelBand), FunnelCell>();
        var breakdown = slice.ProductId is { } product ? _byProduct.GetValueOrDefault(product) : _all;
        if (breakdown is null) return sums;
        foreach (var cells in breakdown.Select(slice))
        {
            foreach (var (key, cell) in cells)
            {
                if (slice.Currency is not null && key.Currency != slice.Currency) continue;
                var place = (key.MethodId, key.Stage, key.Band);
                if (!sums.TryGetValue(place, out var sum)) sums[place] = sum = new FunnelCell();
                sum.Add(cell);
            }
        }
        return sums;
    }

    void Add(HistoryFacts facts, int sign)
    {
        _all.Add(facts, new Figures(facts.BaseAmountE4, facts.WeightedE4), sign);
        foreach (var share in facts.Products)
        {
            if (!_byProduct.TryGetValue(share.ProductId, out var breakdown)) _byProduct[share.ProductId] = breakdown = new FunnelBreakdown();
            breakdown.Add(facts, new Figures(share.BaseE4, share.WeightedE4), sign);
        }
    }
}

using Crm.Contracts.Opportunities;
using Crm.Contracts.Organization;
using Crm.Opportunities.Domain;
using Crm.Opportunities.Methodologies;
using Crm.Platform.Data;

namespace Crm.Opportunities.UseCases;

/// <summary>Sums of cells as the funnel's body: for the live funnel and for a past moment the same.</summary>
internal sealed class FunnelRendering(MethodCatalog methods)
{
    public FunnelView Render(FunnelCells cells, FunnelSlice slice, MethodChoices sellsBy, bool byBand, string language, TenantRef tenant, DateTime asOf, CommitPosition position)
    {
        var sums = cells.Sum(slice);
        var today = DateOnly.FromDateTime(asOf).DayNumber;
        var stages = byBand ? Bands(sums, today, language) : Stages(sums, sellsBy, today, language);
        return new FunnelView
        {
            AsOf = asOf,
            Position = position.ToString(),
            Currency = tenant.BaseCurrency,
            AmountBasis = tenant.AmountBasis,
            Stages = stages,
            Total = new FunnelTotalView
            {
                Count = stages.Sum(stage => stage.Count),
                Amount = stages.Sum(stage => stage.Amount),
                Weighted = stages.Sum(stage => stage.Weighted),
            },
        };
    }

    IReadOnlyList<FunnelStageView> Stages(Dictionary<(string MethodId, string Stage, FunnelBand Band), FunnelCell> sums, MethodChoices sellsBy, int today, string language)
    {
        var left = new Dictionary<(string MethodId, string Stage, FunnelBand Band), FunnelCell>(sums);
        var views = new List<FunnelStageView>();
        var shown = new HashSet<(string, string, FunnelBand)>();
        // The stages of the methods that the tenant sells by stand there even when they are empty.
        foreach (var method in sellsBy.Versions(methods))
        {
            foreach (var stage in method.OpenStages)
            {
                var key = (method.Id, stage.Key, Enum.Parse<FunnelBand>((stage.Band ?? Methodology.Sdk.Band.Lower).ToString()));
                if (!shown.Add(key)) continue;
                left.Remove(key, out var cell);
                views.Add(View(stage.Key, stage.Name.In(language), key.Item3, method.Id, cell, today));
            }
        }
        foreach (var ((methodId, stage, band), cell) in left.OrderBy(sum => sum.Key.MethodId, StringComparer.Ordinal).ThenBy(sum => sum.Key.Band))
            views.Add(View(stage, Name(methodId, stage, language), band, methodId, cell, today));
        return views;
    }

    static IReadOnlyList<FunnelStageView> Bands(Dictionary<(string MethodId, string Stage, FunnelBand Band), FunnelCell> sums, int today, string language)
    {
        var bands = Enum.GetValues<FunnelBand>().ToDictionary(band => band, _ => new FunnelCell());
        foreach (var ((_, _, band), cell) in sums) bands[band].Add(cell);
        return [.. bands.Select(band => View(band.Key.ToString(), BandName(band.Key, language), band.Key, null, band.Value, today))];
    }

    // A version that is not offered any more still names its stages.
    string Name(string methodId, string stage, string language) => methods.List()
        .Where(listing => listing.Id == methodId)
        .Select(listing => listing.Method?.Stage(stage)?.Name.In(language))
        .FirstOrDefault(name => name is not null) ?? stage;

    static string BandName(FunnelBand band, string language) => (band, language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) switch
    {
        (FunnelBand.Top, true) => "顶部",
        (FunnelBand.Upper, true) => "上部",
        (FunnelBand.Middle, true) => "中部",
        (FunnelBand.Lower, true) => "下部",
        _ => band.ToString(),
    };

    static FunnelStageView View(string key, string name, FunnelBand band, string? methodId, FunnelCell? cell, int today) => new()
    {
        Key = key,
        Name = name,
        Band = band,
        MethodId = methodId,
        Count = cell?.Count ?? 0,
        Amount = Major(cell?.AmountE4 ?? 0),
        Weighted = Major(cell?.WeightedE4 ?? 0),
        MedianAgeDays = cell?.Entered.MedianAge(today),
    };

    static decimal Major(Int128 scaled) => (decimal)scaled / 10_000m;
}

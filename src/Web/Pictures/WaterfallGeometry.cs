namespace Crm.Web.Pictures;

/// <summary>Where each bar begins and ends, as fractions of the height. Opening and closing stand on the ground, the rest hang on their neighbour.</summary>
public sealed class WaterfallGeometry
{
    private WaterfallGeometry(IReadOnlyList<WaterfallBar> bars, decimal floor, decimal ceiling)
    {
        Bars = bars;
        Floor = floor;
        Ceiling = ceiling;
    }

    public IReadOnlyList<WaterfallBar> Bars { get; }

    /// <summary>The amount at the foot of the picture. Above zero when changes would otherwise be too thin to see; the picture then says so.</summary>
    public decimal Floor { get; }

    public decimal Ceiling { get; }

    public static WaterfallGeometry Of(IReadOnlyList<WaterfallStep> steps)
    {
        var spans = new List<(WaterfallStep Step, decimal From, decimal To)>();
        var running = 0m;
        foreach (var step in steps)
        {
            var from = step.Tone == WaterfallTone.Stand ? 0m : running;
            running = step.Tone == WaterfallTone.Stand ? step.Amount : running + step.Amount;
            spans.Add((step, from, running));
        }

        var ceiling = Math.Max(spans.Count == 0 ? 0m : spans.Max(s => Math.Max(s.From, s.To)), 1m);
        var lowest = spans.Count == 0 ? 0m : spans.Min(s => s.Step.Tone == WaterfallTone.Stand ? s.To : Math.Min(s.From, s.To));
        var floor = lowest > ceiling * .6m ? Math.Max(0m, lowest - (ceiling - lowest) * .6m) : Math.Min(0m, lowest);
        if (ceiling <= floor) floor = ceiling - 1m;
        var height = ceiling - floor;
        double Fraction(decimal amount) => (double)Math.Clamp((amount - floor) / height, 0m, 1m);

        return new WaterfallGeometry([.. spans.Select(s => new WaterfallBar(s.Step, Fraction(Math.Min(s.From, s.To)), Fraction(Math.Max(s.From, s.To)), Fraction(s.To)))], floor, ceiling);
    }
}

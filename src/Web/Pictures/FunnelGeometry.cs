using System.Globalization;

namespace Crm.Web.Pictures;

/// <summary>
/// Shapes of the funnel on a grid 100 wide and 56 high per row. The straight part of a row is as wide as its amount, so that
/// lengths can be compared; only the short slope below it leads to the next row and carries no figure.
/// </summary>
public static class FunnelGeometry
{
    private const double Straight = 42, Height = 56, Narrowest = 1.5;

    public static IReadOnlyList<double> Widths(IReadOnlyList<decimal> amounts, decimal scale)
    {
        var largest = scale > 0 ? scale : amounts.Count == 0 ? 0m : amounts.Max();
        return [.. amounts.Select(a => largest <= 0 ? Narrowest : Math.Clamp((double)(a / largest) * 100, Narrowest, 100))];
    }

    public static string Row(double width, double next) => string.Create(CultureInfo.InvariantCulture,
        $"M{50 - width / 2:0.##} 0H{50 + width / 2:0.##}V{Straight}L{50 + next / 2:0.##} {Height}H{50 - next / 2:0.##}L{50 - width / 2:0.##} {Straight}Z");

    /// <summary>Where words begin that stand to the right of a row.</summary>
    public static string RightOf(double width) => string.Create(CultureInfo.InvariantCulture, $"inset-inline-start:{50 + width / 2:0.##}%");

    /// <summary>The weighted amount as a dashed outline inside its row.</summary>
    public static string Weighted(double width, decimal amount, decimal weighted)
    {
        var inner = amount <= 0 ? 0 : width * (double)Math.Clamp(weighted / amount, 0m, 1m);
        return string.Create(CultureInfo.InvariantCulture, $"M{50 - inner / 2:0.##} 3V{Straight - 3}M{50 + inner / 2:0.##} 3V{Straight - 3}");
    }
}

namespace Crm.Bench.Reporting;

/// <summary>Measured round by round: figure and floor taken in turns, so that what else the machine does meets both alike.</summary>
internal sealed class Series
{
    readonly List<double> _values = [];
    readonly List<double> _floors = [];

    public double Value => Median(_values);

    public double Floor => Median(_floors);

    /// <summary>Figure over floor, of each round, and of these the median.</summary>
    public double Ratio => Median([.. _values.Zip(_floors, (value, floor) => value / floor)]);

    public double[] Values => [.. _values];

    public double[] Floors => [.. _floors];

    public void Add(double value, double floor)
    {
        _values.Add(value);
        _floors.Add(floor);
    }

    public static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN
            : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
            : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    public Dictionary<string, double[]> Raw(string value = "figure", string floor = "floor") => new() { [value] = Values, [floor] = Floors };
}

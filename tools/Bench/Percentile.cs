using System.Diagnostics;

namespace Crm.Bench;

internal static class Percentile
{
    /// <summary>The smallest measured value that is not below the share of all; no interpolation; 0 when nothing was measured. Input is sorted stopwatch ticks.</summary>
    public static double Ms(IReadOnlyList<long> sorted, double share) =>
        sorted.Count == 0 ? 0 : Of(sorted, share) * 1000.0 / Stopwatch.Frequency;

    static long Of(IReadOnlyList<long> sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}

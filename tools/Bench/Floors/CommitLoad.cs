using System.Diagnostics;
using Crm.Bench.Data;
using Crm.Bench.Load;

namespace Crm.Bench.Floors;

/// <summary>So many threads that commit through the gate, each taking its opportunities through their stages as the clients of the product do.</summary>
internal static class CommitLoad
{
    public static LoadResult Run(CommitGate gate, IReadOnlyList<AdvancedRow> rows, IReadOnlyList<string> stages, int clients, double warmUpSeconds, double seconds)
    {
        var from = Stopwatch.GetTimestamp() + (long)(warmUpSeconds * Stopwatch.Frequency);
        var until = from + (long)(seconds * Stopwatch.Frequency);
        var ticks = new List<long>[clients];
        var dry = false;
        Exception? failure = null;
        var threads = Enumerable.Range(0, clients).Select(client => new Thread(() =>
        {
            ticks[client] = new(1 << 14);
            try
            {
                for (var at = client; at < rows.Count; at += clients)
                {
                    foreach (var stage in stages)
                    {
                        var began = Stopwatch.GetTimestamp();
                        if (began >= until)
                            return;
                        gate.Commit(rows[at], stage);
                        if (began >= from)
                            ticks[client].Add(Stopwatch.GetTimestamp() - began);
                    }
                }

                dry = true;
            }
            catch (Exception e)
            {
                failure = e;
            }
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        if (failure is not null)
            throw new InvalidOperationException($"The floor failed: {failure.Message}", failure);
        var sorted = ticks.SelectMany(t => t).Order().ToArray();
        return new()
        {
            Clients = clients,
            Seconds = Math.Max(0.001, Stopwatch.GetElapsedTime(from, Math.Min(until, Stopwatch.GetTimestamp())).TotalSeconds),
            Succeeded = sorted.Length,
            Failed = 0,
            FirstFailure = null,
            P50Ms = Percentile.Ms(sorted, 0.50),
            P99Ms = Percentile.Ms(sorted, 0.99),
            MaxMs = Percentile.Ms(sorted, 1),
            RanDry = dry,
        };
    }
}

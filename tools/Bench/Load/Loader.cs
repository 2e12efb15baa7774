using System.Diagnostics;
using System.Text.Json;

namespace Crm.Bench.Load;

/// <summary>The load process itself: reads its task from standard input, runs it, writes the result to standard output.</summary>
internal static class Loader
{
    public static async Task<int> Run()
    {
        var spec = JsonSerializer.Deserialize<LoadSpec>(await Console.In.ReadToEndAsync()) ?? throw new InvalidDataException("No load was given.");
        Console.WriteLine(JsonSerializer.Serialize(Measure(spec)));
        return 0;
    }

    static LoadResult Measure(LoadSpec spec)
    {
        var clients = Enumerable.Range(0, spec.Clients).Select(n => new LoadClient(spec, n)).ToArray();
        using var clock = new LoadClock(spec);
        var threads = clients.Select(c => new Thread(() => c.Run(clock), 256 * 1024)).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();

        var ticks = clients.SelectMany(c => c.Ticks).Order().ToArray();
        var end = clients.Max(c => c.FinishedAt);
        return new()
        {
            Clients = spec.Clients,
            Seconds = Math.Max(0.001, Stopwatch.GetElapsedTime(clock.From, end).TotalSeconds),
            Succeeded = ticks.Length,
            Sent = clients.Sum(c => c.Sent),
            Failed = clients.Sum(c => (long)c.Failed),
            FirstFailure = clients.Select(c => c.FirstFailure).FirstOrDefault(f => f is not null),
            P50Ms = Percentile.Ms(ticks, 0.50),
            P99Ms = Percentile.Ms(ticks, 0.99),
            MaxMs = Percentile.Ms(ticks, 1.00),
            RanDry = clients.Any(c => c.RanDry),
        };
    }
}

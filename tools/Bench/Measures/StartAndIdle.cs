using System.Globalization;
using Crm.Bench.Data;
using Crm.Bench.Hosts;
using Crm.Bench.Reporting;

namespace Crm.Bench.Measures;

/// <summary>P8: from starting the process on the embedded default to the first good answer, and what it holds in memory when nobody asks anything.</summary>
internal static class StartAndIdle
{
    const string FirstAnswer = "/api/v1/opportunities?limit=50";
    const double LongestStartSeconds = 3;
    const double LargestIdleMb = 300;

    public static async Task Measure(BenchRun run, CancellationToken ct)
    {
        var small = await run.Folders.With(run.Options.SmallCount, ct);
        string token;
        await using (var host = await BenchHost.Start(small.Path, ct))
            token = await host.Api.SignIn(BenchTenant.Manager, ct);

        List<double> starts = [], worked = [], ready = [], memory = [];
        for (var round = 0; round < Math.Min(run.Options.Rounds, 5); round++)
        {
            await using var host = BenchHost.Launch(small.Path);
            starts.Add((await host.FirstGood(FirstAnswer, token, ct)).TotalSeconds);
            worked.Add(host.CpuSeconds());
            await host.FirstGood("/api/v1/funnel", token, ct);
            await Task.Delay(TimeSpan.FromSeconds(run.Options.IdleSeconds), ct);
            memory.Add(await host.ResidentMb(ct));
        }

        for (var round = 0; round < Math.Min(run.Options.Rounds, 3); round++)
        {
            await using var host = BenchHost.Launch(run.Folders.Empty("first-start"));
            ready.Add((await host.Ready(ct)).TotalSeconds);
        }

        run.Report.Add(Seconds($"start to first good answer, {small.Tenant.Count:N0} opportunities there", starts, bar: true));
        run.Report.Add(Seconds("the same in processor time, all cores", worked, bar: false));
        run.Report.Add(Seconds("first start on an empty folder until it is ready", ready, bar: false));
        run.Report.Add(new Figure
        {
            Id = "P8",
            What = string.Create(CultureInfo.InvariantCulture, $"idle memory, {run.Options.IdleSeconds} s after the last request"),
            Unit = "MB",
            Value = Series.Median(memory),
            Bar = "≤ 300",
            Met = Series.Median(memory) <= LargestIdleMb,
            Raw = new Dictionary<string, double[]> { ["resident"] = [.. memory] },
        });
        run.Report.Note("P8's first good answer is a list of 50 opportunities with a token; memory is the process's resident set, shared pages included");
    }

    static Figure Seconds(string what, List<double> seconds, bool bar) => new()
    {
        Id = "P8",
        What = what,
        Unit = "s",
        Value = Series.Median(seconds),
        Bar = bar ? "≤ 3" : "",
        Met = bar ? Series.Median(seconds) <= LongestStartSeconds : null,
        Raw = new Dictionary<string, double[]> { ["start"] = [.. seconds] },
    };
}

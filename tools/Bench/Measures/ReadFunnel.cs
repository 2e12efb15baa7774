using System.Diagnostics;
using System.Globalization;
using Crm.Bench.Data;
using Crm.Bench.Floors;
using Crm.Bench.Hosts;
using Crm.Bench.Load;
using Crm.Bench.Reporting;

namespace Crm.Bench.Measures;

/// <summary>P2: the live funnel of few and of very many open opportunities, in process and over HTTP, and against SQL GROUP BY.</summary>
internal static class ReadFunnel
{
    const double LargestGrowth = 1.2;
    const double LeastGain = 100;

    public static async Task Measure(BenchRun run, CancellationToken ct)
    {
        var small = await run.Folders.With(run.Options.SmallCount, ct);
        var large = await run.Folders.With(run.Options.LargeCount, ct);
        // Two hosts side by side: the rounds take turns, and an idle host costs next to nothing.
        await using var few = await Started(run, small, ct);
        await using var many = await Started(run, large, ct);
        using var sql = new GroupBy(SqliteFile.In(large.Path), large.Tenant.TenantId);
        await MustEqual(many, sql.Run(), ct);
        run.Report.Note($"P2 compares {run.Options.SmallCount:N0} with {run.Options.LargeCount:N0} open opportunities, each in a host of its own; the funnel's total was checked against SQL before measuring. "
            + "'Same question' is answered as the product does, from the answers kept since the last change; 'summed anew' asks a question that nobody asked before each time, so that cells are summed and serialised again");

        Series remembered = new(), summed = new(), http = new(), byGroup = new(), fromHttp = new(), anew = new();
        for (var round = 0; round < run.Options.Rounds; round++)
        {
            remembered.Add(await InProcess(many, false, ct), await InProcess(few, false, ct));
            summed.Add(await InProcess(many, true, ct), await InProcess(few, true, ct));
            var (manyRead, fewRead) = (await run.Read(many, 1, ["/api/v1/funnel"], ct), await run.Read(few, 1, ["/api/v1/funnel"], ct));
            http.Add(manyRead.P99Ms * 1000, fewRead.P99Ms * 1000);
            var group = sql.Run().Ms * 1000;
            byGroup.Add(remembered.Values[^1], group);
            anew.Add(summed.Values[^1], group);
            fromHttp.Add(http.Values[^1], group);
        }

        Growth(run, "in process, same question", remembered);
        Growth(run, "in process, summed anew", summed);
        Growth(run, "over HTTP, 1 client", http);
        Gain(run, "in process, same question", byGroup);
        Gain(run, "in process, summed anew", anew);
        Gain(run, "over HTTP, 1 client", fromHttp);
    }

    static async Task<BenchHost> Started(BenchRun run, FilledFolder filled, CancellationToken ct)
    {
        var host = await BenchHost.Start(filled.Path, ct);
        await host.Api.SignIn(BenchTenant.Manager, ct);
        var began = Stopwatch.GetTimestamp();
        await host.FirstGood("/api/v1/funnel", host.Api.Token, ct);
        run.Report.Add(new Figure
        {
            Id = "P2",
            What = string.Create(CultureInfo.InvariantCulture, $"first funnel after a start, {filled.Tenant.Count:N0} open"),
            Unit = "s",
            Value = Stopwatch.GetElapsedTime(began).TotalSeconds,
        });
        await InProcess(host, false, ct);
        await InProcess(host, true, ct);
        await run.Read(host, 1, ["/api/v1/funnel"], ct);
        return host;
    }

    static async Task MustEqual(BenchHost host, (double Ms, long Count, decimal Amount, decimal Weighted) counted, CancellationToken ct)
    {
        var total = (await host.Api.Get("/api/v1/funnel", ct))["total"]!;
        if ((long)total["count"]! != counted.Count || (decimal)total["amount"]! != counted.Amount || (decimal)total["weighted"]! != counted.Weighted)
            throw new InvalidOperationException($"The funnel says {total.ToJsonString()}, SQL says {counted.Count}, {counted.Amount} and {counted.Weighted}.");
    }

    /// <returns>p99 in µs.</returns>
    static async Task<double> InProcess(BenchHost host, bool anew, CancellationToken ct) =>
        (double)(await host.Api.Get($"/api/v1/bench/funnel?reads=5000&anew={(anew ? "true" : "false")}", ct))["p99Us"]!;

    static void Growth(BenchRun run, string how, Series p99) => run.Report.Add(new Figure
    {
        Id = "P2",
        What = string.Create(CultureInfo.InvariantCulture, $"funnel p99, {how}: {run.Options.LargeCount:N0} against {run.Options.SmallCount:N0}"),
        Unit = "µs",
        Value = p99.Value,
        Floor = p99.Floor,
        Ratio = p99.Ratio,
        Bar = "≤ 1.20",
        Met = p99.Ratio <= LargestGrowth,
        Raw = p99.Raw("large", "small"),
    });

    static void Gain(BenchRun run, string how, Series p99) => run.Report.Add(new Figure
    {
        Id = "P2",
        What = $"funnel p99, {how}: times faster than GROUP BY",
        Unit = "µs",
        Value = p99.Value,
        Floor = p99.Floor,
        Ratio = 1 / p99.Ratio,
        Bar = "≥ 100",
        Met = 1 / p99.Ratio >= LeastGain,
        Raw = p99.Raw("funnel", "sql"),
    });
}

using System.Diagnostics;
using System.Globalization;
using Crm.Bench.Data;
using Crm.Bench.Floors;
using Crm.Bench.Hosts;
using Crm.Bench.Load;
using Crm.Bench.Reporting;

namespace Crm.Bench.Measures;

/// <summary>P4: fifty opportunities of one owner in one stage, largest first, out of very many: first, middle and last page.</summary>
internal static class ListPages
{
    const int Lists = 8;
    const int PageSize = 50;
    const double LargestRatio = 2;
    static readonly string[] Places = ["first", "middle", "last"];

    public static async Task Measure(BenchRun run, CancellationToken ct)
    {
        var (folder, tenant) = await run.Folders.With(run.Options.LargeCount, ct);
        await using var host = await BenchHost.Start(folder, ct);
        await host.Api.SignIn(BenchTenant.Manager, ct);
        var pages = new List<PageStart[]>();
        for (var n = 0; n < Lists; n++)
            pages.Add(await Walk(host.Api, tenant.SellerIds[n], tenant.Stages[n % tenant.Stages.Length].Stage, ct));
        using var sql = new Page(SqliteFile.In(folder), tenant.TenantId);

        var medians = new Series[Places.Length];
        var work = Places.Select(_ => new List<double>()).ToArray();
        for (var place = 0; place < Places.Length; place++)
        {
            medians[place] = new Series();
            var starts = pages.Select(list => list[place]).ToArray();
            await run.Read(host, 1, [.. starts.Select(start => start.Path)], ct);
        }

        for (var round = 0; round < run.Options.Rounds; round++)
        {
            for (var place = 0; place < Places.Length; place++)
            {
                var starts = pages.Select(list => list[place]).ToArray();
                var floor = Median(run, sql, starts);
                var read = await run.Read(host, 1, [.. starts.Select(start => start.Path)], ct);
                medians[place].Add(read.P50Ms, floor);
                work[place].Add(read.HostCpuUs / 1000);
            }
        }

        for (var place = 0; place < Places.Length; place++)
        {
            run.Report.Add(new Figure
            {
                Id = "P4",
                What = string.Create(CultureInfo.InvariantCulture, $"{Places[place]} page of 50 among {run.Options.LargeCount:N0} over HTTP, 1 client, median, against SQL"),
                Unit = "ms",
                Value = medians[place].Value,
                Floor = medians[place].Floor,
                Ratio = medians[place].Ratio,
                Bar = "≤ 2.00",
                Met = medians[place].Ratio <= LargestRatio,
                Raw = new Dictionary<string, double[]>(medians[place].Raw("api", "sql")) { ["ms of host CPU a page"] = [.. work[place]] },
            });
        }

        var growth = new Series();
        foreach (var (last, first) in medians[^1].Values.Zip(medians[0].Values))
            growth.Add(last, first);
        run.Report.Add(new Figure
        {
            Id = "P4",
            What = "last page against first page",
            Unit = "ms",
            Value = growth.Value,
            Floor = growth.Floor,
            Ratio = growth.Ratio,
            Bar = "≤ 1.20",
            Met = growth.Ratio <= 1.2,
            Note = "the bar says 'the same'; a fifth is allowed for noise",
        });
        run.Report.Note("P4's floor is SQL alone, without HTTP, JSON or scope: every column of the rows read into memory by a prepared statement on a connection of its own, by the same index");
    }

    static double Median(BenchRun run, Page sql, PageStart[] starts)
    {
        var times = new List<double>();
        var began = Stopwatch.GetTimestamp();
        for (var turn = 0; Stopwatch.GetElapsedTime(began).TotalSeconds < run.Options.Seconds / 2; turn++)
            times.Add(sql.Ms(starts[turn % starts.Length], PageSize));
        return Series.Median(times);
    }

    /// <summary>Walks the list as a person would, page by page to its end, and keeps where first, middle and last page begin.</summary>
    static async Task<PageStart[]> Walk(Api api, Guid owner, string stage, CancellationToken ct)
    {
        var path = $"/api/v1/opportunities?ownerId={owner}&stage={stage}&sort=-amount&limit={PageSize}";
        var starts = new List<PageStart> { new(owner, stage, path, null, default) };
        while (true)
        {
            var page = await api.Get(starts[^1].Path, ct);
            var last = page["items"]!.AsArray()[^1]!;
            if ((string?)page["nextCursor"] is not { } cursor)
                break;
            starts.Add(new(owner, stage, $"{path}&cursor={cursor}", (long)((decimal)last["amount"]!["amount"]! * 10_000), (Guid)last["id"]!));
        }

        return [starts[0], starts[starts.Count / 2], starts[^1]];
    }
}

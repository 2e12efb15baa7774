using System.Globalization;
using Crm.Bench.Data;
using Crm.Bench.Hosts;
using Crm.Bench.Load;
using Crm.Bench.Reporting;

namespace Crm.Bench.Measures;

/// <summary>P1: one opportunity, read with a token by a manager whose scope is a department, against an empty JSON endpoint of the same process.</summary>
internal static class ReadOpportunity
{
    const int Opportunities = 500;
    const double Bar = 0.5;

    public static async Task Measure(BenchRun run, CancellationToken ct)
    {
        var (folder, _) = await run.Folders.With(run.Options.SmallCount, ct);
        await using var host = await BenchHost.Start(folder, ct);
        await host.Api.SignIn(BenchTenant.Manager, ct);
        string[] floor = ["/bench/empty"];
        var paths = Enumerable.Range(0, Opportunities).Select(n => $"/api/v1/opportunities/{BenchId.Of(n)}").ToArray();
        // The tiers of the compiler are climbed before anything counts.
        await run.Read(host, 8, floor, ct);
        await run.Read(host, 8, paths, ct);
        foreach (var clients in new[] { 1, 8, 64 })
        {
            Series rates = new(), work = new();
            for (var round = 0; round < run.Options.Rounds; round++)
            {
                var empty = await run.Read(host, clients, floor, ct);
                var read = await run.Read(host, clients, paths, ct);
                rates.Add(read.PerSecond, empty.PerSecond);
                work.Add(read.HostCpuUs, empty.HostCpuUs);
            }

            run.Report.Add(new Figure
            {
                Id = "P1",
                What = string.Create(CultureInfo.InvariantCulture, $"GET /opportunities/{{id}}, {clients} client(s), against an empty endpoint"),
                Unit = "requests/s",
                Value = rates.Value,
                Floor = rates.Floor,
                Ratio = rates.Ratio,
                Bar = "≥ 0.50",
                Met = rates.Ratio >= Bar,
                Raw = rates.Raw().Concat(work.Raw("figure, µs of host CPU a request", "floor, µs of host CPU a request")).ToDictionary(),
            });
        }
    }
}

using System.Data.Common;
using System.Globalization;
using Crm.Bench.Data;
using Crm.Bench.Floors;
using Crm.Bench.Hosts;
using Crm.Bench.Load;
using Crm.Bench.Reporting;

namespace Crm.Bench.Measures;

/// <summary>P3: stages advanced over HTTP, each write durable before it is answered, against the same rows committed by prepared statements through one gate.</summary>
internal static class DurableWrites
{
    const double Bar = 0.5;
    const double LongestMs = 1000;
    static readonly int[] ClientCounts = [1, 8, 64];

    public static async Task Measure(BenchRun run, CancellationToken ct)
    {
        await OnSqlite(run, ct);
        await OnPostgreSql(run, ct);
        run.Report.Note("P3 advances a stage: the row, its history, its event and its audit row in one transaction, the relay running; the floor commits the same four rows with the same columns and indexes, one commit each, on one connection behind one gate. "
            + "Host and floor write into copies of the same filled database on the same disk");
    }

    static async Task OnSqlite(BenchRun run, CancellationToken ct)
    {
        var filled = await run.Folders.With(run.Options.WriteCount, ct, oneStage: true);
        var (folder, tenant) = run.Folders.Working(filled, "writes");
        var floor = run.Folders.Working(filled, "writes-floor").Path;
        run.Report.Note($"P3 on SQLite: {SqliteFile.SyncMode} on both sides");
        await using var host = await BenchHost.Start(folder, ct);
        await Compare(run, "SQLite", host, tenant, () => SqliteFile.Open(SqliteFile.In(floor)), isSqlite: true, ct);
    }

    static async Task OnPostgreSql(BenchRun run, CancellationToken ct)
    {
        await using var server = await PrivatePostgres.Start(run.Options, ct);
        run.Report.Note($"P3 on PostgreSQL: {await server.SyncMode(ct)}; host and floor work as the runtime role under row-level security");
        var database = await server.Create("writes", ct);
        var settings = server.HostSettings(database);
        var folder = run.Folders.Empty("postgres-host");
        BenchTenant tenant;
        await using (var first = await BenchHost.Start(folder, ct, settings))
            tenant = (await TenantMaker.Make(first.Api, ct)) with { OneStage = true };
        BenchRun.Say($"filling {run.Options.WriteCount:N0} opportunities into PostgreSQL");
        await PostgreSqlFill.Run(server, database, tenant, run.Options.WriteCount, ct);
        var floor = await server.Create("floor", ct, template: database);
        await using var host = await BenchHost.Start(folder, ct, settings);
        await Compare(run, "PostgreSQL", host, tenant, () => server.OpenAsRuntime(floor, tenant.TenantId), isSqlite: false, ct);
    }

    static async Task Compare(BenchRun run, string engine, BenchHost host, BenchTenant tenant, Func<DbConnection> open, bool isSqlite, CancellationToken ct)
    {
        var options = run.Options;
        using var reading = open();
        var rows = new AdvanceRows(reading, tenant, isSqlite);
        using var gate = new CommitGate(open(), rows);
        // A tenant at work has its funnel in memory; filling it is P2's first funnel and no part of a write.
        await host.FirstGood("/api/v1/funnel", await host.Api.SignIn(BenchTenant.Manager, ct), ct);
        var stages = tenant.Stages.Skip(1).Select(stage => stage.Stage).ToArray();
        // All stand in the first stage and have the others ahead of them; each is used once.
        var fresh = new Queue<int>(Enumerable.Range(0, options.WriteCount));
        foreach (var clients in ClientCounts)
        {
            var rates = new Series();
            List<double> p99 = [], longest = [], work = [];
            for (var round = 0; round < options.Rounds; round++)
            {
                var chunk = Take(fresh, options, clients);
                await host.Api.SignIn(BenchTenant.Manager, ct);
                var floorRows = chunk.Select(n => rows.Of(BenchId.Of(n))).ToList();
                var committed = await Task.Run(() => CommitLoad.Run(gate, floorRows, stages, clients, options.WarmUpSeconds, options.Seconds), ct);
                var advanced = await run.Advance(host, clients, [.. chunk.Select(n => new AdvanceWork($"/api/v1/opportunities/{BenchId.Of(n)}/advance", "\"1\"", stages))], ct);
                rates.Add(advanced.PerSecond, committed.PerSecond);
                p99.Add(advanced.P99Ms);
                longest.Add(advanced.MaxMs);
                work.Add(advanced.HostCpuUs);
                if (advanced.RanDry || committed.RanDry)
                    run.Report.Note($"P3 on {engine} with {clients} client(s): a round ran out of opportunities before its time was over and is counted over the shorter time");
            }

            run.Report.Add(new Figure
            {
                Id = "P3",
                What = string.Create(CultureInfo.InvariantCulture, $"{engine}: advance a stage, {clients} client(s), against prepared commits"),
                Unit = "writes/s",
                Value = rates.Value,
                Floor = rates.Floor,
                Ratio = rates.Ratio,
                Bar = "≥ 0.50",
                Met = rates.Ratio >= Bar,
                Raw = new Dictionary<string, double[]>(rates.Raw()) { ["p99 ms"] = [.. p99], ["µs of host CPU a write"] = [.. work] },
            });
            run.Report.Add(new Figure
            {
                Id = "P3",
                What = string.Create(CultureInfo.InvariantCulture, $"{engine}: longest write, {clients} client(s)"),
                Unit = "ms",
                Value = longest.Max(),
                Bar = "≤ 1,000",
                Met = longest.Max() <= LongestMs,
                Raw = new Dictionary<string, double[]> { ["longest"] = [.. longest] },
            });
        }
    }

    /// <summary>As many opportunities as a round may use up: more than any machine here advances in the time.</summary>
    static List<int> Take(Queue<int> fresh, BenchOptions options, int clients)
    {
        var perSecond = clients == 1 ? 2_000 : 8_000;
        var wanted = Math.Max(clients * 2, (int)((options.Seconds + options.WarmUpSeconds) * perSecond / 4));
        var chunk = new List<int>(wanted);
        while (chunk.Count < wanted && fresh.TryDequeue(out var n))
            chunk.Add(n);
        return chunk.Count > 0 ? chunk : throw new InvalidOperationException("No opportunity is left to advance: fill more.");
    }
}

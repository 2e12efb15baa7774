using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Crm.Bench.Data;
using Crm.Bench.Hosts;
using Crm.Bench.Load;
using Crm.Bench.Reporting;

namespace Crm.Bench.Measures;

/// <summary>
/// SEARCH: customers found among very many names by everything people type, by who sees all and by a seller who sees a thousandth; how long the
/// index takes to be made for names that are there, how large it is, and how fast new names come in with it.
/// </summary>
internal static class SearchNames
{
    const string Id = "SEARCH";
    const double Bar = 30;
    const int Each = 40;
    const string Narrow = "narrow";
    const string Admin = "admin";

    public static async Task Measure(BenchRun run, CancellationToken ct)
    {
        await OnSqlite(run, ct);
        await OnPostgreSql(run, ct);
        run.Report.Note($"SEARCH asks for {Each} different texts of each sort in turn, with the default limit, one client; made of names that are there, the narrow seller's of his own. Two letters are those of a firm's own name or, every other time, of a trade that a twentieth of all has");
    }

    static async Task OnSqlite(BenchRun run, CancellationToken ct)
    {
        var made = await run.Folders.Base(ct);
        var folder = run.Folders.Working(made, $"search-{run.Options.Names}").Path;
        Guid narrow;
        await using (var host = await BenchHost.Start(folder, ct))
            narrow = await NarrowSeller(host, ct);
        BenchRun.Say($"filling {run.Options.Names:N0} names");
        NameFill.Sqlite(SqliteFile.In(folder), made.Tenant, narrow, run.Options.Names);
        var before = Directory.EnumerateFiles(folder, "crm.db*").Sum(file => new FileInfo(file).Length);
        await Measured(run, "SQLite", folder, null, () => Task.FromResult(Directory.EnumerateFiles(folder, "crm.db").Sum(file => new FileInfo(file).Length) - (double)before), ct);
        Directory.Delete(folder, recursive: true);
    }

    static async Task OnPostgreSql(BenchRun run, CancellationToken ct)
    {
        await using var server = await PrivatePostgres.Start(run.Options, ct);
        var database = await server.Create("search", ct);
        var settings = server.HostSettings(database);
        var folder = run.Folders.Empty("search-postgres-host");
        BenchTenant tenant;
        Guid narrow;
        await using (var first = await BenchHost.Start(folder, ct, settings))
        {
            tenant = await TenantMaker.Make(first.Api, ct);
            narrow = await NarrowSeller(first, ct);
        }

        BenchRun.Say($"filling {run.Options.Names:N0} names into PostgreSQL");
        await NameFill.PostgreSql(server, database, tenant, narrow, run.Options.Names, ct);
        await Measured(run, "PostgreSQL", folder, settings, () => server.Number(database, "select pg_total_relation_size('sys_search_terms') + pg_total_relation_size('sys_search_docs')", ct), ct);
    }

    static async Task<Guid> NarrowSeller(BenchHost host, CancellationToken ct)
    {
        await host.Api.SignIn(Admin, ct);
        var department = (await host.Api.Get("/api/v1/departments?q=Sales", ct))["items"]![0]!["id"]!;
        return (Guid)(await host.Api.Post("/api/v1/members", new JsonObject
        {
            ["userName"] = Narrow,
            ["displayName"] = "The narrow seller",
            ["departmentId"] = (string)department!,
            ["roles"] = new JsonArray("salesperson"),
            ["password"] = "Kestrel-2026!",
        }, ct))["id"]!;
    }

    static async Task Measured(BenchRun run, string engine, string folder, Dictionary<string, string>? settings, Func<Task<double>> size, CancellationToken ct)
    {
        var began = Stopwatch.StartNew();
        await using var host = await BenchHost.Start(folder, ct, settings);
        await host.Api.SignIn(Admin, ct);
        while (!await IsBuilt(host, ct))
            await Task.Delay(500, ct);
        var names = run.Options.Names;
        run.Report.Add(new Figure { Id = Id, What = string.Create(CultureInfo.InvariantCulture, $"{engine}: index made for {names:N0} names that are there"), Unit = "s", Value = began.Elapsed.TotalSeconds });
        await Task.Delay(1000, ct);
        run.Report.Add(new Figure { Id = Id, What = $"{engine}: size of the index", Unit = "bytes a name", Value = await size() / names });
        foreach (var (who, step) in new[] { (Admin, 0), (Narrow, NameFill.NarrowShare) })
        {
            await host.Api.SignIn(who, ct);
            var sorts = Texts(names, step);
            var all = Enumerable.Range(0, Each).SelectMany(i => sorts.Values.Select(texts => Path(texts[i]))).ToList();
            await run.Read(host, 1, all, ct);
            var (p50, p99, raw) = (new List<double>(), new List<double>(), new Dictionary<string, double[]>());
            for (var round = 0; round < run.Options.Rounds; round++)
            {
                var read = await run.Read(host, 1, all, ct);
                p50.Add(read.P50Ms);
                p99.Add(read.P99Ms);
            }

            foreach (var (sort, texts) in sorts)
            {
                var read = await run.Read(host, 1, [.. texts.Select(Path)], ct);
                raw[$"{sort}: p50, p99, longest ms"] = [read.P50Ms, read.P99Ms, read.MaxMs];
            }

            var seen = who == Narrow ? "a seller who sees a thousandth" : "an administrator";
            run.Report.Add(new Figure { Id = Id, What = string.Create(CultureInfo.InvariantCulture, $"{engine}: search among {names:N0} names, {seen}, p50"), Unit = "ms", Value = Series.Median(p50) });
            raw["p99 of each round"] = [.. p99];
            run.Report.Add(new Figure
            {
                Id = Id,
                What = string.Create(CultureInfo.InvariantCulture, $"{engine}: search among {names:N0} names, {seen}, p99"),
                Unit = "ms",
                Value = Series.Median(p99),
                Bar = "≤ 30",
                Met = Series.Median(p99) <= Bar,
                Raw = raw,
            });
        }
    }

    static async Task<bool> IsBuilt(BenchHost host, CancellationToken ct)
    {
        var jobs = (await host.Api.Get("/api/v1/jobs?kind=build-search&limit=50", ct))["items"]!.AsArray();
        if (jobs.Any(job => (string)job!["status"]! == "Failed")) throw new InvalidOperationException($"A job that makes the index failed: {jobs.ToJsonString()}");
        // Customers, contacts, opportunities: the tenant has of each kind but products.
        return jobs.Count(job => (string)job!["status"]! == "Completed") >= 2 && jobs.All(job => (string)job!["status"]! == "Completed");
    }

    static Dictionary<string, string[]> Texts(int names, int step)
    {
        // The narrow seller's names are every step-th from the seventh on.
        int At(int i) => step == 0 ? (int)((long)i * 7_919_101 % names) : (int)((long)i % (names / step) * step + 7);
        var chinese = Enumerable.Range(0, names).Select(At).Where(n => !NameMaker.IsWestern(n)).Take(Each).ToArray();
        var western = Enumerable.Range(0, names).Select(At).Where(NameMaker.IsWestern).Take(Each).ToArray();
        return new Dictionary<string, string[]>
        {
            ["two letters"] = [.. chinese.Select((n, i) => i % 2 == 0 ? NameMaker.Core(n)[..2] : "科技")],
            ["long Chinese"] = [.. chinese.Select(NameMaker.Of)],
            ["place and trade"] = [.. chinese.Select(n => NameMaker.Of(n)[..2] + " " + NameMaker.Core(n))],
            ["initials"] = [.. chinese.Select(n => Sound(NameMaker.Core(n), initials: true))],
            ["pinyin"] = [.. chinese.Select(n => Sound(NameMaker.Core(n), initials: false))],
            ["beginning of a word"] = [.. western.Select(n => NameMaker.Word(n, 2)[..Math.Min(5, NameMaker.Word(n, 2).Length)])],
            ["typo"] = [.. western.Select(n => NameMaker.Word(n, 2) is var w && w.Length > 4 ? w[..2] + w[3] + w[2] + w[4..] : w)],
            ["code"] = [.. chinese.Select(n => NameMaker.Code(n)[..8])],
        };
    }

    static string Path(string text) => $"/api/v1/search?q={Uri.EscapeDataString(text)}";

    // The bench knows as little of the product as it can: the readings come from its data file.
    static readonly Lazy<Dictionary<char, string>> Readings = new(() => File.ReadLines(System.IO.Path.Combine(BenchHost.Checkout, "src/Platform/Search/pinyin.txt"))
        .Where(line => line[0] == '0').Select(line => line.Split(' ')).SelectMany(line => line[2].Select(letter => (letter, line[1]))).ToDictionary(one => one.letter, one => one.Item2));

    static string Sound(string letters, bool initials) => string.Concat(letters.Select(letter => initials ? Readings.Value[letter][..1] : Readings.Value[letter]));
}

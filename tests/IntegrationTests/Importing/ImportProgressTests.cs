using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Importing;

public sealed class ImportProgressTests(Hosts hosts)
{
    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory, MemberData(nameof(Engines))]
    public async Task Progress_is_streamed_to_those_who_may_see_the_job(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var north = await tenant.As(BuiltInRoles.SalesManager, TestTenant.North);
        using var south = await tenant.As(BuiltInRoles.SalesManager, TestTenant.South);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var (heard, elsewhere) = (new ConcurrentQueue<JsonNode>(), new ConcurrentQueue<JsonNode>());
        var followed = Follow(north, "topics=jobs", heard, end.Token);
        var unseen = Follow(south, "topics=jobs,funnel", elsewhere, end.Token);

        var job = await north.Ended((await north.Import("customers", Customers(3_000))).Ok());
        await Eventually.True(() => heard.Any(seen => (string?)seen["status"] == "Completed"), "the end is told");
        // Its own job arrives, so what its stream has not brought by then it does not bring.
        var own = await south.Ended((await south.Import("customers", "id,name\ns1,Own\n")).Ok());
        await Eventually.True(() => elsewhere.Any(seen => (string?)seen["status"] == "Completed"), "the other's own end is told");
        await end.CancelAsync();
        await Task.WhenAll(followed, unseen);

        Assert.All(heard, seen => Assert.Equal(job.Id, (Guid)seen["id"]!));
        Assert.All(elsewhere, seen => Assert.Equal(own.Id, (Guid)seen["id"]!));
        var done = heard.Select(seen => (long)seen["done"]!).ToList();
        Assert.Equal(done.Order(), done);
        Assert.Equal(3_000, done[^1]);
        Assert.Equal(3_000, (long)heard.Last()["total"]!);
        Assert.Contains(done, rows => rows is > 0 and < 3_000);
    }

    /// <summary>On SQLite, where an import shares the only writer with everybody.</summary>
    [Fact]
    public async Task A_hundred_thousand_customers_come_in_with_flat_memory_while_others_write_within_a_second()
    {
        await using var storage = await TestDatabase.Create(Engine.Sqlite);
        string slug;
        await using (var setUp = await TestHost.Start(Engine.Sqlite, new TestHostOptions { Database = storage }))
        {
            var tenant = await setUp.NewTenant();
            slug = tenant.Slug;
            await tenant.NewMember("importer", [BuiltInRoles.SalesOperations], []);
        }

        await using var host = await HostProcess.Start(storage);
        using var ops = await Session.SignIn(new HttpClient { BaseAddress = host.Address }, slug, "importer", TestTenant.Password);
        var job = (await ops.Import("customers", Customers(100_000))).Ok();
        var waits = new List<double>();
        var cpu = CpuSeconds(host.Id);
        var memory = new List<(long Done, long Megabytes)>();
        await Eventually.Get(
            async () =>
            {
                var asked = Stopwatch.GetTimestamp();
                (await ops.Post("/api/v1/customers", new { name = $"Meanwhile {waits.Count}" })).Ok();
                waits.Add(Stopwatch.GetElapsedTime(asked).TotalSeconds);
                var seen = (await ops.Job(job.Id)).Ok();
                memory.Add((seen.Done(), Megabytes(host.Id)));
                return job = seen;
            },
            seen => (string?)seen["status"] is "Completed" or "Failed", "a hundred thousand customers are in", TimeSpan.FromSeconds(300));

        Assert.Equal((100_000, 0, 0, 0), job.Counts());
        var early = memory.First(at => at.Done >= 20_000).Megabytes;
        var took = (DateTime)job["finishedAt"]! - (DateTime)job["startedAt"]!;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{took.TotalSeconds:0.0} s, {CpuSeconds(host.Id) - cpu:0.0} s of processor; {waits.Count} writes meanwhile, slowest {waits.Max() * 1000:0} ms; {early} MB after 20,000 rows, {memory.Max(at => at.Megabytes)} MB at most"));
        // A deadline and not a bench: one of twenty may meet a busy machine.
        Assert.True(waits.Order().ElementAt((waits.Count - 1) * 19 / 20) < 1 && waits.Max() < 10, $"Writes waited up to {waits.Max():0.00} s.");
        Assert.InRange(memory.Where(at => at.Done >= 20_000).Max(at => at.Megabytes), 0, early + 150);
    }

    static byte[] Customers(int rows) => Encoding.UTF8.GetBytes("id,name,sector,region\n"
        + string.Concat(Enumerable.Range(0, rows).Select(no => string.Create(CultureInfo.InvariantCulture, $"c{no},Customer number {no},retail,华东\n"))));

    static long Megabytes(int process)
    {
        if (!OperatingSystem.IsLinux()) return 0;
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    static double CpuSeconds(int process) => System.Diagnostics.Process.GetProcessById(process).TotalProcessorTime.TotalSeconds;

    static async Task Follow(Session session, string query, ConcurrentQueue<JsonNode> heard, CancellationToken ct)
    {
        try
        {
            await using var stream = await session.Http.GetStreamAsync($"/api/v1/stream?{query}", ct);
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(ct))
                if (item.EventType == "jobs") heard.Enqueue(JsonNode.Parse(item.Data)!);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && ct.IsCancellationRequested)
        {
            // The test has heard enough.
        }
    }
}

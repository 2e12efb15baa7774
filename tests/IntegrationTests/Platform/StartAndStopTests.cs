using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Crm.IntegrationTests.Platform;

public sealed partial class StartAndStopTests
{
    static readonly TestHostOptions Demo = new() { Settings = new Dictionary<string, string> { ["demo"] = "true" } };

    [Theory]
    [InlineData("the folder is locked")]
    [InlineData("the database file is there")]
    [InlineData("the schema is being made")]
    [InlineData("the schema is half written")]
    [InlineData("the schema is made")]
    [InlineData("the set-up code is said")]
    [InlineData("it answers")]
    public async Task A_first_start_that_is_killed_leaves_an_installation_that_starts(string moment)
    {
        await using var storage = await TestDatabase.Create(Engine.Sqlite);
        await using (var first = HostProcess.Launch(storage))
        {
            await Eventually.True(() => first.HasExited || Reached(moment, storage.Folder, first), moment, TimeSpan.FromSeconds(90));
            Assert.False(first.HasExited, first.Output);
            await first.Kill();
        }

        await using var second = await HostProcess.Start(storage);

        var code = await Eventually.Get(() => Task.FromResult(SetupCode().Match(second.Output).Groups[1].Value), seen => seen.Length > 0, "the set-up code is said");
        using var http = new HttpClient { BaseAddress = second.Address };
        var made = await http.PostAsJsonAsync(
            "/api/v1/setup",
            new
            {
                code,
                tenant = "first",
                displayName = "First Ltd",
                baseCurrency = "CNY",
                amountBasis = "Gross",
                timeZone = "Asia/Shanghai",
                language = "en",
                administrator = new { userName = "first", displayName = "The First", password = TestTenant.Password },
            }, TestContext.Current.CancellationToken);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var admin = await Session.SignIn(http, "first", "first", TestTenant.Password);
        (await admin.Post("/api/v1/customers", new { name = "The first customer" })).Ok();
    }

    [Theory]
    [InlineData("the schema is being made")]
    [InlineData("the tenant is founded")]
    [InlineData("the customers are in")]
    [InlineData("the first opportunities are in")]
    [InlineData("it answers")]
    public async Task A_first_demo_start_that_is_killed_is_completed_by_the_second(string moment)
    {
        await using var storage = await TestDatabase.Create(Engine.Sqlite);
        await using (var first = HostProcess.Launch(storage, Demo))
        {
            await Eventually.True(() => first.HasExited || Reached(moment, storage.Folder, first), moment, TimeSpan.FromSeconds(120));
            Assert.False(first.HasExited, first.Output);
            await first.Kill();
        }
        await using var second = HostProcess.Launch(storage, Demo);
        await second.Ready();

        using var director = await Session.SignIn(new HttpClient { BaseAddress = second.Address }, "demo", "director", "Demo-2026!");

        Assert.Equal(400, (int)(await director.Get("/api/v1/customers?count=true&limit=1")).Ok()["totalCount"]!);
        Assert.Equal(20, (int)(await director.Get("/api/v1/members?count=true&limit=1")).Ok()["totalCount"]!);
        var funnel = (await director.Get("/api/v1/funnel")).Ok();
        var open = (int)(await director.Get("/api/v1/opportunities?status=Open&count=true&limit=1")).Ok()["totalCount"]!;
        Assert.True(open > 0);
        Assert.Equal(open, (int)funnel["total"]!["count"]!);
    }

    [Fact]
    public async Task A_second_process_on_one_data_folder_is_refused_with_a_clear_message_and_the_first_goes_on()
    {
        await using var storage = await TestDatabase.Create(Engine.Sqlite);
        await using var first = await HostProcess.Start(storage);

        await using var second = HostProcess.Launch(storage);
        var code = await second.Ended(TimeSpan.FromSeconds(60));

        Assert.Equal(1, code);
        Assert.Contains($"Another process already works on the data folder '{storage.Folder}'. Stop it, or name another folder with --data.", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
        await first.Ready();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_stop_answers_what_is_under_way_ends_the_streams_and_is_over_in_seconds(Engine engine)
    {
        if (engine == Engine.PostgreSql) await PostgresServer.Admin();
        await using var storage = await TestDatabase.Create(engine);
        string slug;
        await using (var host = await TestHost.Start(engine, new TestHostOptions { Database = storage }))
        {
            var tenant = await host.NewTenant();
            slug = tenant.Slug;
            await tenant.NewMember("stopper", [BuiltInRoles.Administrator], []);
        }
        await using var process = await HostProcess.Start(storage);
        using var session = await Session.SignIn(new HttpClient { BaseAddress = process.Address }, slug, "stopper", TestTenant.Password);
        using var stream = await session.Http.GetAsync("/api/v1/stream", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        // The body is asked for when the host is at work on the call.
        session.Http.DefaultRequestHeaders.ExpectContinue = true;
        using var body = new SlowBody("name\nUnder way Ltd\n");
        var upload = session.Send(HttpMethod.Post, "/api/v1/import-files?fileName=late.csv", body);
        await body.Asked;

        var watch = Stopwatch.StartNew();
        await process.Terminate();
        await Eventually.True(() => Refuses(process.Address), "no new caller is let in");
        body.Finish();

        (await upload).Ok();
        Assert.Equal(0, await process.Ended(TimeSpan.FromSeconds(20)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"The stop took {watch.Elapsed}.");
    }

    static bool Reached(string moment, string folder, HostProcess host) => moment switch
    {
        "the folder is locked" => File.Exists(Path.Combine(folder, "crm.lock")),
        "the database file is there" => File.Exists(Path.Combine(folder, "crm.db")),
        "the schema is being made" => Tables(folder) > 0 || Size(folder, "crm.db-wal") > 0,
        "the schema is half written" => Size(folder, "crm.db-wal") > 300_000,
        "the schema is made" => Tables(folder) > 20,
        "the tenant is founded" => Rows(folder, "org_tenants") > 0,
        "the customers are in" => Rows(folder, "cust_customers") > 0,
        "the first opportunities are in" => Rows(folder, "opp_opportunities") > 0,
        "the set-up code is said" => SetupCode().IsMatch(host.Output),
        _ => !Refuses(host.Address),
    };

    static long Size(string folder, string file) => new FileInfo(Path.Combine(folder, file)) is { Exists: true } found ? found.Length : 0;

    static int Tables(string folder) => Count(folder, "select count(*) from sqlite_master where type = 'table'");

    static int Rows(string folder, string table) => Count(folder, $"select count(*) from {table}");

    static int Count(string folder, string query)
    {
        if (Size(folder, "crm.db") == 0)
            return 0;
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "crm.db")};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = query;
            return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (SqliteException)
        {
            // Held by the host for this moment, or not made yet.
            return 0;
        }
    }

    static bool Refuses(Uri address)
    {
        try
        {
            using var caller = new TcpClient();
            caller.Connect(address.Host, address.Port);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    [GeneratedRegex("Set-up code: *(\\S+)")]
    private static partial Regex SetupCode();

    /// <summary>A body whose first half goes out at once and whose second half waits for a word.</summary>
    sealed class SlowBody : HttpContent
    {
        readonly byte[] _bytes;
        readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowBody(string text)
        {
            _bytes = System.Text.Encoding.UTF8.GetBytes(text);
            Headers.ContentType = new("text/csv");
        }

        /// <summary>Done when the first half is on its way.</summary>
        public Task Asked => _asked.Task.WaitAsync(Eventually.Deadline, TestContext.Current.CancellationToken);

        public void Finish() => _finish.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes.AsMemory(0, _bytes.Length / 2));
            await stream.FlushAsync();
            _asked.SetResult();
            await _finish.Task;
            await stream.WriteAsync(_bytes.AsMemory(_bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}

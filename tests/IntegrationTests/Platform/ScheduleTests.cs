using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Crm.IntegrationTests.Platform;

public sealed class ScheduleTests(Hosts hosts)
{
    const string Purge = "platform.purge";
    const string Forget = "organization.forget-ended-sessions";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_administrator_sees_what_recurs_and_when_it_runs_next(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);

        var purge = await Eventually.Get(() => Schedule(tenant.Admin, Purge), seen => seen["nextAt"] is not null, "the scheduler is there");

        Assert.Equal("0 17 * * * ?", (string?)purge["cron"]);
        var next = (DateTimeOffset)purge["nextAt"]!;
        Assert.InRange(next, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(61));
        Assert.Equal(17, next.Minute);
        Assert.NotNull(await Schedule(tenant.Admin, Forget));
        (await (await tenant.As(BuiltInRoles.SalesManager)).Get("/api/v1/schedules")).Refused(HttpStatusCode.Forbidden);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_schedule_runs_by_its_time_table_and_a_changed_one_takes_the_place_of_what_is_stored(Engine engine)
    {
        if (engine == Engine.PostgreSql) await PostgresServer.Admin();
        await using var storage = await TestDatabase.Create(engine);
        string slug;
        Guid member;
        await using (var host = await TestHost.Start(engine, Every("0/1 * * * * ?") with { Database = storage }))
        {
            var tenant = await host.NewTenant();
            (slug, member) = (tenant.Slug, await tenant.NewMember("keeper", [BuiltInRoles.Administrator], []));
            var ran = await Eventually.Get(() => Schedule(tenant.Admin, Purge), seen => (long)seen["runs"]! >= 2, "it ran twice");
            Assert.False((bool)ran["lastFailed"]!);
            Assert.Matches("^[0-9]+ rows removed$", (string)ran["lastOutcome"]!);
        }

        await using (var host = await TestHost.Start(engine, new TestHostOptions { Database = storage }))
        {
            using var keeper = await Session.SignIn(host, slug, "keeper", TestTenant.Password, member);
            var purge = await Eventually.Get(() => Schedule(keeper, Purge), seen => seen["nextAt"] is not null, "the scheduler is there");
            Assert.Equal(17, ((DateTimeOffset)purge["nextAt"]!).Minute);
            // What ran before is remembered.
            Assert.True((long)purge["runs"]! >= 2);
        }
    }

    [Fact]
    public async Task A_run_that_was_missed_three_times_is_caught_up_once()
    {
        await using var storage = await TestDatabase.Create(Engine.Sqlite);
        string slug;
        Guid member;
        await using (var host = await TestHost.Start(Engine.Sqlite, new TestHostOptions { Database = storage }))
        {
            var tenant = await host.NewTenant();
            (slug, member) = (tenant.Slug, await tenant.NewMember("keeper", [BuiltInRoles.Administrator], []));
            await Eventually.Get(() => Schedule(tenant.Admin, Forget), seen => seen["nextAt"] is not null, "the scheduler is there");
        }

        // As if the host had been down for three nights.
        await using (var store = new SqliteConnection($"Data Source={Path.Combine(storage.Folder, "schedules.db")};Pooling=False"))
        {
            await store.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = store.CreateCommand();
            command.CommandText = $"update QRTZ_TRIGGERS set NEXT_FIRE_TIME = NEXT_FIRE_TIME - {3 * TimeSpan.TicksPerDay} where TRIGGER_NAME = '{Forget}'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        await using (var host = await TestHost.Start(Engine.Sqlite, new TestHostOptions { Database = storage }))
        {
            using var keeper = await Session.SignIn(host, slug, "keeper", TestTenant.Password, member);
            var caughtUp = await Eventually.Get(() => Schedule(keeper, Forget), seen => (long)seen["runs"]! > 0, "it is caught up");
            Assert.Equal(1, (long)caughtUp["runs"]!);
            Assert.InRange((DateTimeOffset)(await Schedule(keeper, Forget))["nextAt"]!, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddHours(25));
        }
    }

    [Theory, MemberData(nameof(Engines.Servers), MemberType = typeof(Engines))]
    public async Task Two_nodes_run_a_schedule_once_each_time(Engine engine)
    {
        if (engine == Engine.PostgreSql) await PostgresServer.Admin();
        await using var storage = await TestDatabase.Create(engine);
        await using var one = await TestHost.Start(engine, Every("0/1 * * * * ?") with { Database = storage });
        var watch = Stopwatch.StartNew();
        await using var two = await TestHost.Start(engine, Every("0/1 * * * * ?") with { Database = storage });
        var admin = (await one.NewTenant()).Admin;
        var first = (long)(await Schedule(admin, Purge))["runs"]!;

        var later = await Eventually.Get(() => Schedule(admin, Purge), seen => (long)seen["runs"]! >= first + 5, "five more runs");

        Assert.InRange((long)later["runs"]! - first, 5, (long)watch.Elapsed.TotalSeconds + 2);
        Assert.NotNull((await Schedule(admin, Purge))["nextAt"]);
    }

    static TestHostOptions Every(string cron) => new() { Settings = new Dictionary<string, string> { [$"Schedules:{Purge}"] = cron } };

    static async Task<JsonNode> Schedule(Session session, string name) =>
        (await session.Get("/api/v1/schedules")).Ok()["items"]!.AsArray().Single(item => (string?)item!["name"] == name)!;
}

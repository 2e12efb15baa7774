using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Demo;

/// <summary>The README's first command, as a person with nothing but the SDK meets it.</summary>
public sealed class DemoStartTests
{
    const string Password = "Demo-2026!";

    static readonly TestHostOptions Demo = new() { Settings = new Dictionary<string, string> { ["demo"] = "true" } };

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task The_demo_start_says_how_to_sign_in_and_every_sign_in_finds_something_true_to_look_at(Engine engine)
    {
        if (engine == Engine.PostgreSql) await PostgresServer.Admin();
        await using var database = await TestDatabase.Create(engine);
        var tasks = 0;
        await using (var host = await HostProcess.Start(database, Demo))
        {
            await Eventually.True(() => host.Output.Contains(Password, StringComparison.Ordinal), "the sign-ins are printed");
            Assert.Contains(host.Address.Authority, host.Output, StringComparison.Ordinal);
            foreach (var userName in new[] { "director", "manager", "seller", "finance", "admin" })
            {
                using var person = await Session.SignIn(new HttpClient { BaseAddress = host.Address }, "demo", userName, Password);
                Assert.Contains(userName, host.Output, StringComparison.Ordinal);
                Assert.True((int)(await person.Get("/api/v1/funnel")).Ok()["total"]!["count"]! > 0, $"{userName} sees an empty funnel.");
                var me = (Guid)(await person.Get("/api/v1/me")).Ok()["member"]!["id"]!;
                Assert.NotEmpty((await person.Get($"/api/v1/tasks?toDoBy={me}&limit=5")).Ok()["items"]!.AsArray());
                Assert.True((int)(await person.Get("/api/v1/notifications/unread")).Ok()["count"]! > 0, $"{userName} has an empty inbox.");
                if (userName == "director") tasks = (int)(await person.Get("/api/v1/tasks?limit=1&count=true")).Ok()["totalCount"]!;
                Assert.NotEmpty((await person.Get("/api/v1/opportunities?status=Won&limit=5")).Ok()["items"]!.AsArray());
            }
            await host.Kill();
        }

        await using var second = await HostProcess.Start(database, Demo);
        using var director = await Session.SignIn(new HttpClient { BaseAddress = second.Address }, "demo", "director", Password);
        Assert.Equal(400, (int)(await director.Get("/api/v1/customers?limit=1&count=true")).Ok()["totalCount"]!);
        Assert.Equal(tasks, (int)(await director.Get("/api/v1/tasks?limit=1&count=true")).Ok()["totalCount"]!);
        Assert.Equal(20, (await director.Get("/api/v1/members?limit=100")).Ok()["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Without_the_switch_an_empty_installation_asks_for_its_first_administrator_and_the_demo_password_opens_nothing()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        await using var host = await HostProcess.Start(database);
        await Eventually.True(() => host.Output.Contains("Set-up code", StringComparison.Ordinal), "the set-up code is printed");
        using var http = new HttpClient { BaseAddress = host.Address };
        var answer = await http.PostAsync("/api/v1/auth/token", new StringContent(
            $$"""{"tenant":"demo","userName":"admin","password":"{{Password}}"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
            TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}

using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Opportunities;

public sealed class MethodologyTests(Hosts hosts) : IDisposable
{
    readonly PluginFolder _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-77")]
    public async Task A_method_tells_its_stages_with_band_probability_and_category_in_the_callers_language(Engine engine)
    {
        var seller = await (await hosts.NewTenant(engine)).As(BuiltInRoles.Salesperson);

        var method = (await seller.Get("/api/v1/methodologies/project-selling")).Ok();
        var version = method["versions"]![0]!;

        Assert.Equal(("1.0.0", "Active"), ((string?)method["currentVersion"], (string?)version["state"]));
        var stages = version["stages"]!.AsArray();
        Assert.Equal(["Qualify", "Discover", "Propose", "Negotiate", "Sign", "Won", "Lost"], stages.Select(stage => (string?)stage!["key"]));
        Assert.Equal(["Top", "Upper", "Middle", "Lower"], stages.Select(stage => (string?)stage!["band"]).OfType<string>().Distinct());
        Assert.All(stages, stage =>
        {
            Assert.InRange((decimal)stage!["probability"]!, 0, 1);
            Assert.NotEmpty((string)stage["forecastCategory"]!);
            Assert.Equal((string?)stage["class"] == "Open", stage["band"] is not null);
        });
        Assert.Contains(version["transitions"]!.AsArray(), move => (string?)move!["from"] == "Qualify" && (string?)move["to"] == "Discover");
        Assert.NotEmpty(version["tasks"]!.AsArray());
        // What goes on inside a plugin is for those who manage methods.
        Assert.Null(version["calls"]);
        (await seller.Post("/api/v1/methodologies/rescan")).Refused(HttpStatusCode.Forbidden);
        (await seller.Get("/api/v1/methodologies/nowhere")).Refused(HttpStatusCode.NotFound, "methodologies/not-found");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-19")]
    public async Task Two_versions_of_one_plugin_run_side_by_side_with_opportunities_pinned_to_each(Engine engine)
    {
        _plugins.WithShipped().With("side-by-side");
        await using var host = await TestHost.Start(engine, new TestHostOptions { Settings = _plugins.Settings });
        var seller = (await host.NewTenant()).Admin;
        (await seller.Put("/api/v1/opportunity-types/NewProject", new { methodId = "side-by-side" }, "\"0\"")).Ok();
        var old = (await seller.Open(100)).Ok();

        _plugins.With("side-by-side", "2.0.0");
        var found = (await seller.Post("/api/v1/methodologies/rescan")).Ok();
        Assert.Equal("2.0.0", (string?)found["added"]![0]!["version"]);
        var recent = (await seller.Open(200)).Ok();

        Assert.Equal(("1.0.0", "2.0.0"), ((string?)old["methodVersion"], (string?)recent["methodVersion"]));
        var method = (await seller.Get("/api/v1/methodologies/side-by-side")).Ok();
        Assert.Equal([("2.0.0", "Active"), ("1.0.0", "Superseded")], method["versions"]!.AsArray().Select(version => ((string?)version!["version"], (string?)version["state"])));
        // Each goes by the stages and transitions of its own version.
        (await seller.Advance(old, "Agree")).Refused(HttpStatusCode.BadRequest, "opportunities/unknown-stage");
        (await seller.Act(recent, "win")).Refused(HttpStatusCode.Conflict, "opportunities/no-such-transition");
        recent = (await seller.Advance(recent, "Agree")).Ok();
        Assert.Equal(("Lower", 0.8m), ((string?)recent["band"], (decimal)recent["probability"]!));
        Assert.Equal("Won", (string?)(await seller.Act(old, "win")).Ok()["status"]);
        Assert.Equal("Won", (string?)(await seller.Act(recent, "win")).Ok()["status"]);
    }

    [Fact]
    public async Task A_plugin_that_fails_is_listed_with_its_reason_and_the_host_runs()
    {
        _plugins.WithShipped().With("wrong-sdk-range").With("missing-entry-type").With("throws-in-describe").With("two-won-stages")
            .With("side-by-side").Edit("side-by-side", "1.0.0", manifest => manifest["assembly"] = "../../../secret.dll");
        await using var host = await TestHost.Start(Engine.Sqlite, new TestHostOptions { Settings = _plugins.Settings });
        var tenant = await host.NewTenant();

        var listed = (await tenant.Admin.Get("/api/v1/methodologies")).Ok()["items"]!.AsArray().ToDictionary(
            method => (string)method!["id"]!, method => ((string?)method!["versions"]![0]!["state"], (string?)method["versions"]![0]!["reason"], (string?)method["currentVersion"]));

        Assert.Equal(("NotSupported", "Made for SDK [9.0.0, 10.0.0); this host has 1.0.0.", null), listed["wrong-sdk-range"]);
        Assert.Equal(("Invalid", "There is no class Crm.Fixtures.NowhereToBeFound in the assembly.", null), listed["missing-entry-type"]);
        Assert.Equal(("Invalid", "The assembly is not a bare file name that ends in .dll; a path is refused.", null), listed["side-by-side"]);
        Assert.Equal("Malfunctioned", listed["throws-in-describe"].Item1);
        Assert.Equal("Invalid", listed["two-won-stages"].Item1);
        Assert.Equal(("Active", null, "1.0.0"), listed["project-selling"]);
        (await tenant.Admin.Put("/api/v1/opportunity-types/NewProject", new { methodId = "two-won-stages" }, "\"0\"")).Refused(HttpStatusCode.UnprocessableEntity, "opportunities/method-unavailable");
        (await tenant.Admin.Advance((await tenant.Admin.Open()).Ok(), "Discover")).Ok();
        // Whoever sells sees how a method stands, not what its author's code said.
        var seller = await tenant.As(BuiltInRoles.Salesperson);
        Assert.All((await seller.Get("/api/v1/methodologies")).Ok()["items"]!.AsArray(), method => Assert.Null(method!["versions"]![0]!["reason"]));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_method_that_is_faulty_after_a_restart_leaves_its_opportunities_readable_and_editable(Engine engine)
    {
        _plugins.WithShipped().With("side-by-side", "2.0.0");
        if (engine == Engine.PostgreSql) await PostgresServer.Admin();
        await using var storage = await TestDatabase.Create(engine);
        var options = new TestHostOptions { Settings = _plugins.Settings, Database = storage };
        Guid dealId, otherId, memberId;
        string slug;
        await using (var host = await TestHost.Start(engine, options))
        {
            var tenant = await host.NewTenant();
            (slug, memberId) = (tenant.Slug, await tenant.NewMember("survivor", [BuiltInRoles.Administrator], []));
            (await tenant.Admin.Put("/api/v1/opportunity-types/NewProject", new { methodId = "side-by-side" }, "\"0\"")).Ok();
            dealId = (await tenant.Admin.Advance((await tenant.Admin.Open(100)).Ok(), "Agree")).Ok().Id;
            otherId = (await tenant.Admin.Open(50, type: "Repeat")).Ok().Id;
        }

        _plugins.Edit("side-by-side", "2.0.0", manifest => manifest["entryType"] = "Crm.Fixtures.Nothing");
        await using (var host = await TestHost.Start(engine, options))
        {
            using var seller = await Session.SignIn(host, slug, "survivor", TestTenant.Password, memberId);
            var deal = (await seller.Get($"/api/v1/opportunities/{dealId}")).Ok();
            Assert.Equal(("Agree", "2.0.0"), ((string?)deal["stage"], (string?)deal["methodVersion"]));
            Assert.Equal("Invalid", (string?)(await seller.Get("/api/v1/methodologies/side-by-side")).Ok()["versions"]![0]!["state"]);
            deal = (await seller.Patch($"/api/v1/opportunities/{dealId}", new { amount = new { amount = 120, currency = "CNY" } }, deal.ETag)).Ok();
            Assert.Equal(120, (decimal)(await seller.Funnel()).Ok().Stage("Agree", "side-by-side")!["amount"]!);
            (await seller.Act(deal, "win")).Refused(HttpStatusCode.Conflict, "opportunities/method-unavailable");
            (await seller.Open()).Refused(HttpStatusCode.Conflict, "opportunities/method-unavailable");
            // Those of other methods are not touched by it.
            (await seller.Advance((await seller.Get($"/api/v1/opportunities/{otherId}")).Ok(), "Offer")).Ok();

            // Mended by its operator, it goes on without a restart.
            _plugins.Edit("side-by-side", "2.0.0", manifest => manifest["entryType"] = "Crm.Fixtures.SideBySideMethod");
            Assert.Equal("Active", (string?)(await seller.Post("/api/v1/methodologies/rescan")).Ok()["retried"]![0]!["state"]);
            Assert.Equal("Won", (string?)(await seller.Act(deal, "win")).Ok()["status"]);
        }
    }
}

using System.Net;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>What somebody with bad intent or a bad day sends by hand, each refused in its own words.</summary>
public sealed class BadInputByHandTests(Hosts hosts)
{
    const string Opportunities = "/api/v1/opportunities";

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Malformed_json_is_named_as_such(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        foreach (var body in new[] { "{", "{\"name\":", "{'name':'x'}", "{\"name\":\"x\",}", "name=x", "[]", "null", "\"x\"", "{\"name\":NaN}" })
            (await admin.Post("/api/v1/customers", body)).Refused(HttpStatusCode.BadRequest);
        (await admin.Post("/api/v1/customers", "{\"name\":\"a\",\"name\":\"b\"}")).Refused(HttpStatusCode.BadRequest, "request/duplicate-field");
        (await admin.Post("/api/v1/customers", "{\"name\":\"\\ud800\"}")).Refused(HttpStatusCode.BadRequest);
        Assert.Empty((await admin.Get("/api/v1/customers")).Ok()["items"]!.AsArray());
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_json_body_a_thousand_levels_deep_is_refused(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        (await admin.Post("/api/v1/customers", $"{{\"name\":{new string('[', 1_000)}{new string(']', 1_000)}}}")).Refused(HttpStatusCode.BadRequest);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Unknown_fields_and_parameters_are_refused_by_name(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        Names(await admin.Post(Opportunities, new { name = "x", customerId = Guid.NewGuid(), colour = "red" }), "colour", "request/unknown-field");
        Names(await admin.Get($"{Opportunities}?colour=red"), "colour", "request/unknown-parameter");
        Names(await admin.Get("/api/v1/funnel?colour=red"), "colour", "request/unknown-parameter");
        Names(await admin.Post("/api/v1/customers?dryRun=true", new { name = "x" }), "dryRun", "request/unknown-parameter");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_field_of_the_wrong_type_is_refused_by_name(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        Names(await admin.Post("/api/v1/customers", new { name = 5 }), "name");
        Names(await admin.Post("/api/v1/customers", new { name = "x", employees = "many" }), "employees");
        Names(await admin.Post("/api/v1/customers", new { name = "x", tags = "vip" }), "tags");
        Names(await admin.Post(Opportunities, new { name = "x", customerId = "no-id" }), "customerId");
        Names(await admin.Post(Opportunities, new { name = "x", customerId = Guid.NewGuid(), closeDate = "31.12.2026" }), "closeDate");
        Names(await admin.Post(Opportunities, new { name = "x", customerId = Guid.NewGuid(), amount = new { amount = "12", currency = "CNY" } }), "amount");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Nothing_among_the_items_of_a_list_is_refused_by_name(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        var (admin, customerId) = (scene.Maker, (await scene.Any("customers")).Id);
        Names(await admin.Post(Opportunities, new { name = "x", customerId, team = new object?[] { null } }), "team");
        Names(await admin.Post(Opportunities, new { name = "x", customerId, lines = new object?[] { null } }), "lines");
        Names(await admin.Post("/api/v1/customers", new { name = "x", tags = new string?[] { "vip", null } }), "tags");
        Names(await admin.Post("/api/v1/members", new { userName = "eve", displayName = "Eve", departmentId = customerId, roles = new string?[] { null } }), "roles");
        Names(await admin.Post("/api/v1/customers/import", new { fileId = customerId, policies = new Dictionary<string, string?> { ["owner"] = null } }), "policies");
        Names(await admin.Patch($"/api/v1/customers/{customerId}", new { tags = new string?[] { null } }, "*"), "tags");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_body_of_two_megabytes_is_refused_as_too_large(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        // Sent only once the server asks for it, so that the refusal is read and not lost in a broken connection.
        admin.Http.DefaultRequestHeaders.ExpectContinue = true;
        (await admin.Post("/api/v1/customers", $"{{\"name\":\"{new string('x', 2 * 1024 * 1024)}\"}}")).Refused(HttpStatusCode.RequestEntityTooLarge, "request/too-large");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_name_with_a_nul_in_it_is_refused_wherever_it_is_looked_for(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var csv = new StringContent("name\nx", new System.Net.Http.Headers.MediaTypeHeaderValue("text/csv"));
        Names(await tenant.Admin.Post("/api/v1/import-files?fileName=a%00b", csv), "fileName");
        Names(await tenant.Admin.Put("/api/v1/customers/by-external/erp/a%0Ab", new { name = "x" }), "externalId");
        (await tenant.Admin.Post("/api/v1/auth/token", new { tenant = "a\0b", userName = "x", password = "x" })).Refused(HttpStatusCode.Unauthorized);
        (await tenant.Admin.Post("/api/v1/auth/token", new { tenant = tenant.Slug, userName = "a\0b", password = "x" })).Refused(HttpStatusCode.Unauthorized);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_currency_that_does_not_exist_is_refused(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        Names(await Open(scene, new { amount = 1, currency = "ZZZ" }), "amount");
        Names(await scene.Maker.Get("/api/v1/funnel?currency=ZZZ"), "currency");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_close_date_in_the_year_9999_is_refused(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        Names(await Open(scene, null, "9999-12-31"), "closeDate");
        Names(await Open(scene, null, "0001-01-01"), "closeDate");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_amount_of_minus_one_or_of_a_thousand_billion_is_refused(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        Names(await Open(scene, new { amount = -1, currency = "CNY" }), "amount");
        Names(await Open(scene, new { amount = 1_000_000_000_000_000m, currency = "CNY" }), "amount");
        Assert.Equal(0, (int)(await scene.Maker.Get("/api/v1/funnel")).Ok()["total"]!["count"]!);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_stage_that_is_unknown_is_refused(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        var deal = await scene.New("opportunities");
        (await scene.Maker.Post($"{Opportunities}/{deal.Id}/advance", new { toStage = "Daydream" }, deal.ETag)).Refused(HttpStatusCode.BadRequest, "opportunities/unknown-stage");
        Assert.Equal("Qualify", (string?)(await scene.Maker.Get($"{Opportunities}/{deal.Id}")).Ok()["stage"]);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_stale_etag_is_refused_and_the_later_change_stays(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        var deal = await scene.New("opportunities");
        var path = $"{Opportunities}/{deal.Id}";
        (await scene.Maker.Patch(path, new { nextStep = "First" }, deal.ETag)).Ok();
        (await scene.Maker.Patch(path, new { nextStep = "Second" }, deal.ETag)).Refused(HttpStatusCode.PreconditionFailed);
        (await scene.Maker.Patch(path, new { nextStep = "Third" })).Refused((HttpStatusCode)428);
        Assert.Equal("First", (string?)(await scene.Maker.Get(path)).Ok()["nextStep"]);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_foreign_tenants_opportunity_is_not_there(Engine engine)
    {
        var ours = await Scene.In(await hosts.NewTenant(engine));
        var theirs = await Scene.In(await hosts.NewTenant(engine));
        var deal = await theirs.New("opportunities");
        (await ours.Maker.Get($"{Opportunities}/{deal.Id}")).Refused(HttpStatusCode.NotFound, "opportunities/not-found");
        (await ours.Maker.Post($"{Opportunities}/{deal.Id}/advance", new { toStage = "Discover" }, deal.ETag)).Refused(HttpStatusCode.NotFound, "opportunities/not-found");
        Assert.Equal(deal.ETag, (await theirs.Maker.Get($"{Opportunities}/{deal.Id}")).Ok().ETag);
    }

    static async Task<Answer> Open(Scene scene, object? amount, string? closeDate = null) =>
        await scene.Maker.Post(Opportunities, new { name = "x", customerId = (await scene.Any("customers")).Id, amount, closeDate });

    static void Names(Answer answer, string field, string? code = null)
    {
        answer.Refused(HttpStatusCode.BadRequest, code);
        Assert.Contains(answer["errors"]!.AsObject(), error => error.Key.StartsWith(field, StringComparison.Ordinal));
    }
}

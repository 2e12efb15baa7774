using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Organization;

public sealed class TenantTests(Hosts hosts)
{
    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Name_zone_and_language_are_edited_and_what_amounts_stand_on_is_not(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var read = (await tenant.Admin.Get("/api/v1/tenant")).Ok();

        var changed = (await tenant.Admin.Patch("/api/v1/tenant", new { displayName = "华东电力", timeZone = "Europe/Berlin", language = "zh-CN", baseCurrency = "CNY" }, read.ETag)).Ok();

        Assert.Equal(("华东电力", "Europe/Berlin"), ((string?)changed["displayName"], (string?)changed["timeZone"]));
        Assert.Equal("华东电力", (string?)(await tenant.Admin.Get("/api/v1/me")).Ok()["tenant"]!["displayName"]);
        foreach (var (field, value) in new (string, object)[] { ("baseCurrency", "USD"), ("amountBasis", "Net"), ("slug", "other") })
        {
            var refused = (await tenant.Admin.Patch("/api/v1/tenant", new Dictionary<string, object> { [field] = value }, "*")).Refused(HttpStatusCode.Conflict, "tenants/fixed");
            Assert.NotNull(refused["errors"]![field]);
        }
        (await tenant.Admin.Patch("/api/v1/tenant", new { displayName = "x" }, read.ETag)).Refused(HttpStatusCode.PreconditionFailed);
        (await tenant.Admin.Patch("/api/v1/tenant", new { timeZone = "Mars/Olympus" }, "*")).Refused(HttpStatusCode.BadRequest, "tenants/invalid");
        (await tenant.Admin.Patch("/api/v1/tenant", new { language = "fr" }, "*")).Refused(HttpStatusCode.BadRequest, "tenants/invalid");
        (await tenant.Admin.Patch("/api/v1/tenant", new { id = tenant.Id }, "*")).Refused(HttpStatusCode.BadRequest, "request/unknown-field");
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        (await seller.Get("/api/v1/tenant")).Ok();
        (await seller.Patch("/api/v1/tenant", new { displayName = "Mine" }, "*")).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task There_is_one_default_legal_entity_at_any_time(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var first = (await tenant.Admin.Get("/api/v1/legal-entities")).Ok()["items"]!.AsArray().Single()!;
        Assert.True((bool)first["isDefault"]!);

        (await tenant.Admin.Delete($"/api/v1/legal-entities/{first["id"]}", "*")).Refused(HttpStatusCode.Conflict, "legal-entities/default");
        (await tenant.Admin.Patch($"/api/v1/legal-entities/{first["id"]}", new { isDefault = false }, "*")).Refused(HttpStatusCode.Conflict, "legal-entities/default");
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(n =>
            tenant.Admin.Post("/api/v1/legal-entities", new { name = $"Company {n}", uscc = "914403001922038216", isDefault = true })));
        Assert.All(made, answer => answer.Ok());
        var present = Assert.Single((await tenant.Admin.Get("/api/v1/legal-entities?isDefault=true")).Ok()["items"]!.AsArray())!;

        var edited = (await tenant.Admin.Patch($"/api/v1/legal-entities/{first["id"]}", new { address = "1 Harbour Road", isDefault = true }, "*")).Ok();
        Assert.Equal("1 Harbour Road", (string?)edited["address"]);
        Assert.Equal((string?)first["id"], (string?)Assert.Single((await tenant.Admin.Get("/api/v1/legal-entities?isDefault=true")).Ok()["items"]!.AsArray())!["id"]);
        var archived = (await tenant.Admin.Delete($"/api/v1/legal-entities/{present["id"]}", "*")).Ok();
        (await tenant.Admin.Patch($"/api/v1/legal-entities/{present["id"]}", new { name = "x" }, "*")).Refused(HttpStatusCode.NotFound, "legal-entities/not-found");
        (await tenant.Admin.Post($"/api/v1/legal-entities/{present["id"]}/restore", null, archived.ETag)).Ok();

        Assert.NotNull((await tenant.Admin.Post("/api/v1/legal-entities", new { name = "", uscc = "123" })).Refused(HttpStatusCode.BadRequest, "legal-entities/invalid")["errors"]!["uscc"]);
        (await (await hosts.NewTenant(engine)).Admin.Get($"/api/v1/legal-entities/{first["id"]}")).Refused(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    [Trait("Promise", "S-88")]
    public async Task A_rate_that_is_set_lets_the_funnel_count_another_currency_at_once(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var customer = (await tenant.Admin.Post("/api/v1/customers", new { name = "Osaka Steel" })).Ok().Id;
        var deal = new { name = "Rolling mill", customerId = customer, type = "NewProject", amount = new { amount = 1_000_000, currency = "JPY" }, closeDate = "2027-03-31" };
        Assert.InRange((int)(await tenant.Admin.Post("/api/v1/opportunities", deal)).Status, 400, 499);

        var set = (await tenant.Admin.Put("/api/v1/planning-rates", new
        {
            rates = new[]
            {
                new { currency = "JPY", from = "2020-01-01", rate = 0.0479123456m, source = "Treasury" },
                new { currency = "JPY", from = "2090-01-01", rate = 1m, source = "Not yet" },
            },
        })).Ok();

        Assert.Equal(0.0479123456m, (decimal)set["items"]![0]!["rate"]!);
        (await tenant.Admin.Post("/api/v1/opportunities", deal)).Ok();
        Assert.Equal(47_912.35m, (decimal)(await tenant.Admin.Get("/api/v1/funnel?currency=JPY")).Ok()["total"]!["amount"]!);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Rates_are_set_by_currency_and_date_and_taken_back(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var first = (await Set(tenant, ("USD", "2026-01-01", 7m))).Ok();
        var second = (await Set(tenant, ("USD", "2026-01-01", 7.25m), ("GBP", "2026-01-01", 9m))).Ok();

        Assert.Equal((string?)first["items"]![0]!["id"], (string?)second["items"]![0]!["id"]);
        Assert.Equal([7.25m, 7.1m], (await tenant.Admin.Get("/api/v1/planning-rates?currency=USD")).Ok()["items"]!.AsArray().Select(row => (decimal)row!["rate"]!));
        (await tenant.Admin.Delete($"/api/v1/planning-rates/{first["items"]![0]!["id"]}", "*")).Ok();
        Assert.Equal([7.1m], (await tenant.Admin.Get("/api/v1/planning-rates?currency=USD")).Ok()["items"]!.AsArray().Select(row => (decimal)row!["rate"]!));
        (await Set(tenant, ("USD", "2026-01-01", 7.3m))).Ok();
        Assert.Equal([7.3m], (await tenant.Admin.Get("/api/v1/planning-rates?currency=USD&from[gte]=2026-01-01")).Ok()["items"]!.AsArray().Select(row => (decimal)row!["rate"]!));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Bad_rates_are_refused_with_the_field_named_and_none_is_kept(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        foreach (var (bad, field) in new[]
        {
            (("XXX", "2026-01-01", 1m), "rates[1].currency"), (("CNY", "2026-01-01", 1m), "rates[1].currency"), (("USD", "9999-12-31", 1m), "rates[1].from"),
            (("USD", "2026-01-01", 0m), "rates[1].rate"), (("USD", "2026-01-01", -1m), "rates[1].rate"), (("USD", "2026-01-01", 1e15m), "rates[1].rate"),
            (("USD", "2026-01-01", 0.00000000001m), "rates[1].rate"), (("GBP", "2026-01-01", 1m), "rates[1]"),
        })
        {
            var refused = (await Set(tenant, ("GBP", "2026-01-01", 9m), bad)).Refused(HttpStatusCode.BadRequest, "planning-rates/invalid");
            Assert.True(refused["errors"]![field] is not null, $"{bad}: {refused.Text}");
        }
        (await tenant.Admin.Put("/api/v1/planning-rates", """{"rates": [null]}""")).Refused(HttpStatusCode.BadRequest);
        (await tenant.Admin.Put("/api/v1/planning-rates", """{"rates": []}""")).Refused(HttpStatusCode.BadRequest, "planning-rates/invalid");
        Assert.Empty((await tenant.Admin.Get("/api/v1/planning-rates?currency=GBP")).Ok()["items"]!.AsArray());
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        (await seller.Put("/api/v1/planning-rates", """{"rates": []}""")).Refused(HttpStatusCode.Forbidden);
    }

    static Task<Answer> Set(TestTenant tenant, params (string Currency, string From, decimal Rate)[] rates) =>
        tenant.Admin.Put("/api/v1/planning-rates", new { rates = rates.Select(rate => new { currency = rate.Currency, from = rate.From, rate = rate.Rate, source = "Treasury" }) });
}

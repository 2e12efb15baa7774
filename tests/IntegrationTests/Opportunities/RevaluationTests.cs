using System.Net;
using System.Text.Json.Nodes;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Opportunities;

/// <summary>Another planning rate changes nothing until somebody revalues, and then the pipeline says how much of its change is the rate's.</summary>
public sealed class RevaluationTests(Hosts hosts)
{
    public static TheoryData<Engine> OnEngines => Engines.All;

    [Theory, MemberData(nameof(OnEngines))]
    public async Task A_revaluation_does_what_its_preview_said_keeps_the_closed_and_is_told_by_the_pipeline(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var customer = (await admin.Post("/api/v1/customers", new { name = "Abroad Ltd" })).Ok().Id;
        var open = await Deal(admin, customer, 1000.01m, "USD");
        var other = await Deal(admin, customer, 300m, "USD");
        var lost = await Deal(admin, customer, 50m, "USD");
        (await admin.Post($"/api/v1/opportunities/{lost}/lose", new { reason = "Price" }, "*")).Ok();
        await Deal(admin, customer, 700m, "CNY");
        var before = (await admin.Get("/api/v1/funnel")).Ok();
        Assert.Equal(1000.01m * 7.1m + 300m * 7.1m + 700m, Amount(before["total"]!["amount"]), 2);
        Assert.Equal(0, (int)One(await Preview(admin), "USD")["changing"]!);

        (await admin.Put("/api/v1/planning-rates", new { rates = new[] { new { currency = "USD", from = "2021-01-01", rate = 6.5m, source = "Treasury" } } })).Ok();
        Assert.Equal(Amount(before["total"]!["amount"]), Amount((await admin.Get("/api/v1/funnel")).Ok()["total"]!["amount"]));
        var plan = One(await Preview(admin), "USD");
        Assert.Equal((2, 2, 6.5m), ((int)plan["opportunities"]!, (int)plan["changing"]!, (decimal)plan["rate"]!));
        var after = 6500.07m + 1950m; // each rounded by itself
        Assert.Equal(after, (decimal)plan["after"]!["amount"]!);

        var started = (string)before["asOf"]!;
        var job = (await admin.Post("/api/v1/revaluation", new { currencies = new[] { "USD" } }, key: "once")).Ok();
        Assert.Equal(job.Id, (await admin.Post("/api/v1/revaluation", new { currencies = new[] { "USD" } }, key: "once")).Ok().Id);
        var ended = await Ended(admin, job.Id);
        Assert.Equal(("Completed", 2, 0), ((string?)ended["status"], (int)ended["succeeded"]!, (int)ended["failed"]!));

        await Eventually.True(async () => Amount((await admin.Get("/api/v1/funnel")).Ok()["total"]!["amount"]) == after + 700m, "the funnel counts at the new rate");
        Assert.Equal("Revalued", (string?)(await admin.Get($"/api/v1/opportunities/{open}/history")).Ok()["items"]!.AsArray().Select(line => line!["kind"]).Single(kind => (string?)kind == "Revalued"));
        Assert.DoesNotContain((await admin.Get($"/api/v1/opportunities/{lost}/history")).Ok()["items"]!.AsArray(), line => (string?)line!["kind"] == "Revalued");
        var change = (await admin.Get($"/api/v1/pipeline/changes?from={Uri.EscapeDataString(started)}")).Ok();
        Assert.Equal(after - (Amount(before["total"]!["amount"]) - 700m), Amount(change["revalued"]!["amount"]));
        Assert.Equal(0, (int)One(await Preview(admin), "USD")["changing"]!);

        // Once more finds everything in its place.
        var again = await Ended(admin, (await admin.Post("/api/v1/revaluation", new { currencies = new[] { "USD" } })).Ok().Id);
        Assert.Equal("Completed", (string?)again["status"]);
        Assert.Single((await admin.Get($"/api/v1/opportunities/{other}/history")).Ok()["items"]!.AsArray(), line => (string?)line!["kind"] == "Revalued");
    }

    [Theory, MemberData(nameof(OnEngines))]
    public async Task A_revaluation_is_refused_without_a_rate_for_the_base_currency_and_to_who_sees_a_part(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        Field((await tenant.Admin.Post("/api/v1/revaluation", new { currencies = new[] { "GBP" } })).Refused(HttpStatusCode.BadRequest, "revaluation/invalid"), "currencies[0]");
        Field((await tenant.Admin.Post("/api/v1/revaluation", new { currencies = new[] { "CNY" } })).Refused(HttpStatusCode.BadRequest, "revaluation/invalid"), "currencies[0]");
        Field((await tenant.Admin.Post("/api/v1/revaluation", new { currencies = Array.Empty<string>() })).Refused(HttpStatusCode.BadRequest, "revaluation/invalid"), "currencies");
        (await tenant.Admin.Post("/api/v1/roles", new { key = "rates-own", name = "Rates", permissions = new[] { "ManageRates", "ReadOpportunities" }, scopes = new Dictionary<string, string> { ["Opportunities"] = "Own" } })).Ok();
        using var partial = await tenant.As(["rates-own"], [TestTenant.North]);
        (await partial.Get("/api/v1/revaluation")).Refused(HttpStatusCode.Forbidden, "revaluation/whole-tenant");
        (await partial.Post("/api/v1/revaluation", new { currencies = new[] { "USD" } })).Refused(HttpStatusCode.Forbidden, "revaluation/whole-tenant");
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        (await seller.Get("/api/v1/revaluation")).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
    }

    static async Task<Guid> Deal(Session admin, Guid customer, decimal amount, string currency) =>
        (await admin.Post("/api/v1/opportunities", new { name = $"Deal of {amount}", customerId = customer, type = "NewProject", amount = new { amount, currency }, closeDate = "2027-03-31" })).Ok().Id;

    static async Task<JsonNode> Preview(Session session) => (await session.Get("/api/v1/revaluation")).Ok().Body!;

    static JsonNode One(JsonNode preview, string currency) => preview["currencies"]!.AsArray().Single(row => (string?)row!["currency"] == currency)!;

    static decimal Amount(JsonNode? money) => money is JsonObject whole ? (decimal)whole["amount"]! : (decimal)money!;

    static void Field(Answer answer, string field) => Assert.Contains(field, answer["errors"]!.AsObject().Select(error => error.Key));

    static async Task<JsonNode> Ended(Session session, Guid job) => (await Eventually.Get(
        async () => (await session.Get($"/api/v1/jobs/{job}")).Ok(), answer => answer["finishedAt"] is not null, "the revaluation has ended", TimeSpan.FromSeconds(60))).Body!;
}

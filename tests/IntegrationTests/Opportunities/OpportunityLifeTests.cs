using System.Net;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Opportunities;

public sealed class OpportunityLifeTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-19")]
    public async Task An_opportunity_cannot_stand_in_a_stage_its_process_does_not_define(Engine engine)
    {
        var seller = (await hosts.NewTenant(engine)).Admin;
        var deal = (await seller.Open()).Ok();

        (await seller.Advance(deal, "Daydream")).Refused(HttpStatusCode.BadRequest, "opportunities/unknown-stage");
        (await seller.Advance(deal, "Won")).Refused(HttpStatusCode.Conflict, "opportunities/closing-stage");
        (await seller.Advance(deal, "Sign")).Refused(HttpStatusCode.Conflict, "opportunities/no-such-transition");
        (await seller.Act(deal, "win")).Refused(HttpStatusCode.Conflict, "opportunities/no-such-transition");
        (await seller.Post("/api/v1/opportunities", new { name = "x", customerId = await seller.Customer(), stage = "Offer" })).Refused(HttpStatusCode.BadRequest, "opportunities/unknown-stage");
        (await seller.Patch($"/api/v1/opportunities/{deal.Id}", new { stage = "Sign" }, deal.ETag)).Refused(HttpStatusCode.BadRequest);
        Assert.Equal("Qualify", (string?)(await seller.Get($"/api/v1/opportunities/{deal.Id}")).Ok()["stage"]);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-19")]
    public async Task Every_transition_has_time_actor_and_reason(Engine engine)
    {
        var seller = (await hosts.NewTenant(engine)).Admin;
        var deal = (await seller.Open()).Ok();
        deal = (await seller.Act(deal, "advance", new { toStage = "propose", reason = "They asked for a proposal" })).Ok();
        (await seller.Act(deal, "move-back", new { toStage = "Discover", reason = "" })).Refused(HttpStatusCode.BadRequest, "opportunities/reason-missing");
        deal = (await seller.Act(deal, "move-back", new { toStage = "Discover", reason = "New people decide" })).Ok();
        deal = (await seller.Act(deal, "hold")).Ok();
        deal = (await seller.Act(deal, "resume")).Ok();
        deal = (await seller.Act(deal, "lose", new { reason = "Price", closedOn = "2026-11-01" })).Ok();
        Assert.Equal(("Lost", "Lost", 0m), ((string?)deal["status"], (string?)deal["stage"], (decimal)deal["probability"]!));
        (await seller.Act(deal, "advance", new { toStage = "Propose" })).Refused(HttpStatusCode.Conflict, "opportunities/closed");
        deal = (await seller.Act(deal, "reopen", new { reason = "The winner failed" })).Ok();
        Assert.Equal(("Open", "Discover", null), ((string?)deal["status"], (string?)deal["stage"], (string?)deal["closeReason"]));

        var history = (await seller.Get($"/api/v1/opportunities/{deal.Id}/history")).Ok()["items"]!.AsArray();
        Assert.Equal(["Reopened", "Lost", "Resumed", "Held", "MovedBack", "Advanced", "Opened"], history.Select(entry => (string?)entry!["kind"]));
        Assert.All(history, entry =>
        {
            Assert.NotEmpty((string)entry!["reason"]!);
            Assert.Equal(seller.MemberId, (Guid)entry["actorId"]!);
            Assert.NotNull(entry["knownAt"]);
        });
        Assert.Equal("Discover", (string?)history[5]!["skipped"]![0]);
        Assert.Equal("Price", (string?)history[1]!["closeReason"]);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-38")]
    public async Task Stage_amount_close_date_owner_and_probability_are_readable_as_of_any_past_time(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var seller = tenant.Admin;
        var other = await tenant.NewMember("successor", ["salesperson"], [TestTenant.North]);
        var deal = (await seller.Open(100)).Ok();
        var seen = new List<Answer> { deal };
        seen.Add(deal = (await seller.Advance(deal, "Discover")).Ok());
        seen.Add(deal = (await seller.Patch($"/api/v1/opportunities/{deal.Id}", new { amount = new { amount = 250, currency = "USD" }, closeDate = "2027-06-30" }, deal.ETag)).Ok());
        seen.Add(deal = (await seller.Patch($"/api/v1/opportunities/{deal.Id}", new { ownerId = other, probability = 0.6, probabilityReason = "They said so" }, deal.ETag)).Ok());
        Assert.Equal((1, 91), ((int)deal["slipCount"]!, (int)deal["daysSlipped"]!));
        Assert.Equal("2027-03-31", (string?)deal["originalCloseDate"]);

        foreach (var then in seen)
        {
            var read = (await seller.Get($"/api/v1/opportunities/{deal.Id}?asOf={(string?)then["updatedAt"]}")).Ok();
            Assert.Equal(then.Text, read.Text);
        }
        // Between two changes the earlier one holds up to the last microsecond before the later.
        for (var i = 1; i < seen.Count; i++)
        {
            var (before, after) = (Known(seen[i - 1]), Known(seen[i]));
            foreach (var instant in new[] { before.AddTicks((after - before).Ticks / 2), after.AddTicks(-10) })
                Assert.Equal(seen[i - 1].Text, (await seller.Get($"/api/v1/opportunities/{deal.Id}?asOf={instant:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}")).Ok().Text);
        }
        (await seller.Get($"/api/v1/opportunities/{deal.Id}?asOf={Known(seen[0]).AddTicks(-10):yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}")).Refused(HttpStatusCode.NotFound, "opportunities/not-known-then");
        (await seller.Get($"/api/v1/opportunities/{deal.Id}?asOf=yesterday")).Refused(HttpStatusCode.BadRequest);
        foreach (var (entry, then) in (await seller.Get($"/api/v1/opportunities/{deal.Id}/history")).Ok()["items"]!.AsArray().Reverse().Zip(seen))
        {
            foreach (var fact in (string[])["stage", "amount", "closeDate", "ownerId", "probability"])
                Assert.Equal(then[fact]?.ToJsonString(), entry![fact]?.ToJsonString());
        }
        (await seller.Get($"/api/v1/opportunities/{deal.Id}?asOf=2020-01-01T00:00:00Z")).Refused(HttpStatusCode.NotFound, "opportunities/not-known-then");
    }

    static DateTime Known(Answer then) => DateTime.Parse((string)then["updatedAt"]!, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_change_needs_the_version_it_was_decided_on(Engine engine)
    {
        var seller = (await hosts.NewTenant(engine)).Admin;
        var deal = (await seller.Open()).Ok();
        (await seller.Post($"/api/v1/opportunities/{deal.Id}/advance", new { toStage = "Discover" })).Refused((HttpStatusCode)428);
        (await seller.Advance(deal, "Discover")).Ok();
        (await seller.Advance(deal, "Propose")).Refused(HttpStatusCode.PreconditionFailed);
        (await seller.Patch($"/api/v1/opportunities/{deal.Id}", new { name = "Late" }, deal.ETag)).Refused(HttpStatusCode.PreconditionFailed);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_repeated_call_with_its_key_is_answered_the_same_and_done_once(Engine engine)
    {
        var seller = (await hosts.NewTenant(engine)).Admin;
        var body = new { name = "Once", customerId = await seller.Customer(), amount = new { amount = 5, currency = "CNY" } };
        var first = (await seller.Post("/api/v1/opportunities", body, key: "create-1")).Ok();
        var again = (await seller.Post("/api/v1/opportunities", body, key: "create-1")).Ok();
        Assert.Equal((first.Text, first.Location), (again.Text, again.Location));
        (await seller.Post("/api/v1/opportunities", body with { name = "Other" }, key: "create-1")).Refused(HttpStatusCode.UnprocessableEntity, "idempotency/key-reused");

        var moved = (await seller.Act(first, "advance", new { toStage = "Discover" }, key: "advance-1")).Ok();
        var repeated = (await seller.Act(first, "advance", new { toStage = "Discover" }, key: "advance-1")).Ok();
        Assert.Equal((moved.Text, moved.ETag), (repeated.Text, repeated.ETag));
        Assert.Equal(2, (await seller.Get($"/api/v1/opportunities/{first.Id}")).Ok().Version);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_foreign_tenant_and_a_member_out_of_scope_meet_nothing(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var stranger = (await hosts.NewTenant(engine)).Admin;
        var colleague = await tenant.As("salesperson", TestTenant.South);
        var deal = (await tenant.Admin.Open()).Ok();
        foreach (var other in new[] { stranger, colleague })
        {
            (await other.Get($"/api/v1/opportunities/{deal.Id}")).Refused(HttpStatusCode.NotFound);
            (await other.Get($"/api/v1/opportunities/{deal.Id}/history")).Refused(HttpStatusCode.NotFound);
            (await other.Advance(deal, "Discover")).Refused(HttpStatusCode.NotFound);
            (await other.Patch($"/api/v1/opportunities/{deal.Id}", new { name = "Mine" }, deal.ETag)).Refused(HttpStatusCode.NotFound);
            (await other.Delete($"/api/v1/opportunities/{deal.Id}", deal.ETag)).Refused(HttpStatusCode.NotFound);
            Assert.Equal(0, (int)(await other.Funnel()).Ok()["total"]!["count"]!);
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Figures_out_of_bounds_are_refused_with_their_field(Engine engine)
    {
        var seller = (await hosts.NewTenant(engine)).Admin;
        var product = await seller.Product("P");
        foreach (var (field, json) in new[]
                 {
                     ("amount", """ "amount": {"amount": -1, "currency": "CNY"} """),
                     ("amount", """ "amount": {"amount": 1000000000000000, "currency": "CNY"} """),
                     ("amount", """ "amount": {"amount": 1, "currency": "ZZZ"} """),
                     ("amount", """ "amount": {"amount": 100000000000, "currency": "USD"} """),
                     ("closeDate", """ "closeDate": "9999-12-31" """),
                     ("closeDate", """ "closeDate": "tomorrow" """),
                     ("probability", """ "probability": 1.5, "probabilityReason": "sure" """),
                     ("probabilityReason", """ "probability": 0.5 """),
                     ("name", """ "name": "", "need": "" """),
                     ("colour", """ "colour": "red" """),
                     ("need", $""" "need": "{new string('x', 4001)}" """),
                     ("lines[0].quantity", $$""" "lines": [{"productId": "{{product}}", "quantity": 0}] """),
                     ("ownerId", $$""" "ownerId": "{{Guid.CreateVersion7()}}" """),
                 })
        {
            var name = json.Contains("\"name\"", StringComparison.Ordinal) ? "" : "\"name\": \"x\", ";
            var answer = (await seller.Post("/api/v1/opportunities", $$"""{ {{name}}"customerId": "{{await seller.Customer()}}", {{json}} }""")).Refused(HttpStatusCode.BadRequest);
            Assert.Contains(answer["errors"]!.AsObject(), error => error.Key.StartsWith(field, StringComparison.Ordinal));
        }
        (await seller.Post("/api/v1/opportunities", new { name = "x", customerId = await seller.Customer(), amount = new { amount = 1, currency = "KWD" } }))
            .Refused(HttpStatusCode.UnprocessableEntity, "opportunities/no-planning-rate");
        Assert.Empty((await seller.Get("/api/v1/opportunities")).Ok()["items"]!.AsArray());
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_outside_key_creates_once_and_then_replaces(Engine engine)
    {
        var seller = (await hosts.NewTenant(engine)).Admin;
        var customer = await seller.Customer();
        var made = (await seller.Put("/api/v1/opportunities/by-external/erp/A-1", new { name = "From outside", customerId = customer, amount = new { amount = 7, currency = "CNY" } })).Ok();
        var same = (await seller.Put("/api/v1/opportunities/by-external/erp/A-1", new { name = "From outside", customerId = customer, amount = new { amount = 7, currency = "CNY" } })).Ok();
        Assert.Equal((made.Id, 1), (same.Id, same.Version));
        var changed = (await seller.Put("/api/v1/opportunities/by-external/erp/A-1", new { name = "From outside", customerId = customer, amount = new { amount = 8, currency = "CNY" } })).Ok();
        Assert.Equal((made.Id, 2, 8m), (changed.Id, changed.Version, (decimal)changed["amount"]!["amount"]!));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_archived_opportunity_leaves_list_and_funnel_and_comes_back(Engine engine)
    {
        var seller = (await hosts.NewTenant(engine)).Admin;
        var deal = (await seller.Open()).Ok();
        deal = (await seller.Delete($"/api/v1/opportunities/{deal.Id}", deal.ETag)).Ok();
        Assert.Empty((await seller.Get("/api/v1/opportunities")).Ok()["items"]!.AsArray());
        Assert.Single((await seller.Get("/api/v1/opportunities?archived=true")).Ok()["items"]!.AsArray());
        Assert.Equal(0, (int)(await seller.Funnel()).Ok()["total"]!["count"]!);
        (await seller.Advance(deal, "Discover")).Refused(HttpStatusCode.Conflict, "opportunities/archived");
        (await seller.Act(deal, "restore")).Ok();
        Assert.Equal(1, (int)(await seller.Funnel()).Ok()["total"]!["count"]!);
    }
}

using System.Net;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Opportunities;

public sealed class LiveFunnelTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-52")]
    public async Task A_stage_change_shows_in_the_funnel_at_once(Engine engine)
    {
        var seller = (await hosts.NewTenant(engine)).Admin;
        var deal = (await seller.Open(1000.50m)).Ok();
        Assert.Equal((1, 1000.50m, 100.05m), (await seller.Funnel()).Ok().Stage("Qualify")!.Figures());

        deal = (await seller.Advance(deal, "Discover")).Ok();

        var funnel = (await seller.Funnel("?groupBy=stage")).Ok();
        Assert.Equal((0, 0m, 0m), funnel.Stage("Qualify")!.Figures());
        Assert.Equal((1, 1000.50m, 250.13m), funnel.Stage("Discover")!.Figures());
        Assert.Equal((1, 1000.50m, 250.13m), funnel["total"]!.Figures());
        Assert.Equal("CNY", (string?)funnel["currency"]);
        Assert.Equal(2, deal.Version);
        Assert.Equal("\"2\"", deal.ETag);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-77")]
    public async Task The_funnel_is_read_by_band_or_by_stage_and_every_stage_has_one_band(Engine engine)
    {
        var seller = (await hosts.NewTenant(engine)).Admin;
        (await seller.Advance((await seller.Open(100)).Ok(), "Discover")).Ok();
        (await seller.Open(200, "USD")).Ok();
        (await seller.Open(300, type: "Repeat")).Ok();

        var byStage = (await seller.Funnel("?groupBy=stage")).Ok();
        var byBand = (await seller.Funnel("?groupBy=band")).Ok();

        Assert.Equal(["Top", "Upper", "Middle", "Lower"], byBand["stages"]!.AsArray().Select(band => (string?)band!["key"]));
        Assert.Equal(byStage["total"]!.ToJsonString(), byBand["total"]!.ToJsonString());
        foreach (var band in byBand["stages"]!.AsArray())
        {
            var stages = byStage["stages"]!.AsArray().Where(stage => (string?)stage!["band"] == (string?)band!["key"]).ToList();
            Assert.Equal(band!.Figures(), (stages.Sum(s => s!.Figures().Count), stages.Sum(s => s!.Figures().Amount), stages.Sum(s => s!.Figures().Weighted)));
        }
        // 200 USD at the tenant's planning rate of 7.1.
        Assert.Equal(100 + 1420 + 300, (decimal)byBand["total"]!["amount"]!);
        Assert.Equal(1420, (decimal)(await seller.Funnel("?currency=USD")).Ok()["total"]!["amount"]!);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-26")]
    public async Task The_same_call_with_two_tokens_counts_what_each_may_see(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var (north, south) = (await tenant.As("salesperson"), await tenant.As("salesperson", TestTenant.South));
        var manager = await tenant.As("sales-manager");
        (await north.Open(10)).Ok();
        (await south.Open(20)).Ok();
        (await south.Open(40, team: new[] { new { memberId = north.MemberId, role = "Presales" } })).Ok();

        Assert.Equal(50, (decimal)(await north.Funnel()).Ok()["total"]!["amount"]!);
        Assert.Equal(60, (decimal)(await south.Funnel()).Ok()["total"]!["amount"]!);
        Assert.Equal(10, (decimal)(await manager.Funnel()).Ok()["total"]!["amount"]!);
        Assert.Equal(70, (decimal)(await tenant.Admin.Funnel()).Ok()["total"]!["amount"]!);
        Assert.Equal(40, (decimal)(await north.Funnel($"?ownerId={south.MemberId}")).Ok()["total"]!["amount"]!);
        Assert.Equal(2, (await north.Get("/api/v1/opportunities")).Ok()["items"]!.AsArray().Count);
        Assert.Equal(3, (await tenant.Admin.Get("/api/v1/opportunities?count=true")).Ok()["items"]!.AsArray().Count);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task With_a_product_its_lines_count_and_nothing_else(Engine engine)
    {
        var seller = (await hosts.NewTenant(engine)).Admin;
        var (a, b) = (await seller.Product("A"), await seller.Product("B"));
        var deal = (await seller.Open(currency: "USD", lines: new object[] { new { productId = a, quantity = 3, unitPrice = 33.33m }, new { productId = b, quantity = 1, unitPrice = 0.01m } })).Ok();

        Assert.Equal(100m, (decimal)deal["amount"]!["amount"]!);
        var (ofA, ofB) = ((await seller.Funnel($"?productId={a}")).Ok()["total"]!.Figures(), (await seller.Funnel($"?productId={b}")).Ok()["total"]!.Figures());
        Assert.Equal((await seller.Funnel()).Ok()["total"]!.Figures(), (1, ofA.Amount + ofB.Amount, ofA.Weighted + ofB.Weighted));
        Assert.Equal(709.93m, ofA.Amount);
        Assert.Single((await seller.Get($"/api/v1/opportunities?productId={b}")).Ok()["items"]!.AsArray());
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Bad_filters_are_refused_with_the_parameter_named(Engine engine)
    {
        var seller = (await hosts.NewTenant(engine)).Admin;
        foreach (var query in new[] { "?groupBy=colour", "?currency=XXX", "?ownerId=me", "?unknown=1" })
            (await seller.Funnel(query)).Refused(HttpStatusCode.BadRequest);
        (await seller.Get("/api/v1/pipeline?asOf=yesterday")).Refused(HttpStatusCode.BadRequest);
        (await seller.Get("/api/v1/pipeline?asOf=2199-01-01T00:00:00Z")).Refused(HttpStatusCode.BadRequest, "pipeline/in-the-future");
        (await seller.Get("/api/v1/stream?topics=weather")).Refused(HttpStatusCode.BadRequest);
    }
}

using System.Net;
using Crm.Contracts.Opportunities;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Crm.IntegrationTests.Opportunities;

public sealed class FunnelOfATenantTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-88")]
    public async Task Two_tenants_sell_through_different_stages_and_bands_and_see_their_own(Engine engine)
    {
        using var plugins = new PluginFolder().WithShipped().With("side-by-side").With("side-by-side", "2.0.0");
        await using var host = await TestHost.Start(engine, new TestHostOptions { Settings = plugins.Settings });
        var (one, two) = ((await host.NewTenant()).Admin, (await host.NewTenant()).Admin);
        foreach (var type in Enum.GetNames<OpportunityType>())
            (await two.Put($"/api/v1/opportunity-types/{type}", new { methodId = "side-by-side", methodVersion = type == "Tender" ? "1.0.0" : null }, "\"0\"")).Ok();
        (await one.Open(100)).Ok();
        (await two.Advance((await two.Open(300)).Ok(), "Agree")).Ok();

        var (first, second) = ((await one.Funnel()).Ok(), (await two.Funnel()).Ok());

        Assert.Equal(["Qualify", "Discover", "Propose", "Negotiate", "Sign"], Keys(first, "project-selling"));
        Assert.Empty(Keys(first, "side-by-side"));
        Assert.Equal(["Start", "Agree"], Keys(second, "side-by-side"));
        Assert.Equal(2, second["stages"]!.AsArray().Count);
        Assert.Equal(100, (decimal)first.Stage("Qualify")!["amount"]!);
        Assert.Equal(("Lower", 300m), ((string?)second.Stage("Agree", "side-by-side")!["band"], (decimal)second.Stage("Agree", "side-by-side")!["amount"]!));
        Assert.Equal(second.Told(), (await two.Get("/api/v1/pipeline")).Ok().Told());
        // A tenant that goes over to another method sees its stages at once.
        (await one.Put("/api/v1/opportunity-types/Repeat", new { methodId = "side-by-side" }, "\"0\"")).Ok();
        Assert.Equal(["Start", "Agree"], Keys((await one.Funnel()).Ok(), "side-by-side"));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-88")]
    public async Task The_conversion_window_is_the_tenants_own_and_its_rates_equal_a_recount_of_every_life(Engine engine)
    {
        var (tenant, other) = (await hosts.NewTenant(engine), await hosts.NewTenant(engine));
        var settings = (await tenant.Admin.Get("/api/v1/funnel/settings")).Ok();
        Assert.Equal((0, 180), (settings.Version, (int)settings["conversionWindowDays"]!));
        var lives = await Past(tenant, seed: 7, count: 120);
        await Past(other, seed: 8, count: 3);

        foreach (var window in new[] { 180, 20, 5 })
        {
            if (window != 180)
                settings = (await tenant.Admin.Put("/api/v1/funnel/settings", new { conversionWindowDays = window }, settings.ETag)).Ok();
            var told = (await tenant.Admin.Get("/api/v1/funnel/conversions")).Ok();
            Assert.Equal(window, (int)told["windowDays"]!);
            Recounted(told, lives, window, _ => true);
        }
        // The other tenant keeps the default and its own few lives.
        var few = (await other.Admin.Get("/api/v1/funnel/conversions")).Ok();
        Assert.Equal(180, (int)few["windowDays"]!);
        Assert.All(few["items"]!.AsArray(), pair => Assert.True((bool)pair!["isSmall"]! && (int)pair["entered"]! <= 3));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Conversions_count_what_the_caller_may_see_and_the_cohort_that_is_asked_for(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var seller = await tenant.As(BuiltInRoles.Salesperson);
        await Past(tenant, seed: 21, count: 25);
        var own = await Past(tenant, seed: 22, count: 15, owner: seller.MemberId);

        Recounted((await seller.Get("/api/v1/funnel/conversions")).Ok(), own, 180, _ => true);
        Recounted((await tenant.Admin.Get($"/api/v1/funnel/conversions?ownerId={seller.MemberId}")).Ok(), own, 180, _ => true);
        var (from, to) = (DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-150), DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-60));
        Recounted(
            (await seller.Get($"/api/v1/funnel/conversions?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}")).Ok(), own, 180,
            at => DateOnly.FromDateTime(at.AddHours(8)) is var day && day >= from && day <= to);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_bad_cohort_or_window_is_refused_with_its_field(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        foreach (var (query, field) in new[]
                 {
                     ("from=2026-02-02&to=2026-02-01", "from"), ("from=2020-01-01&to=2026-01-01", "from"), ("to=9999-12-31", "to"), ("to=0001-01-05", "to"),
                     ("to=tomorrow", "to"), ("colour=red", "colour"),
                 })
        {
            var refused = (await admin.Get($"/api/v1/funnel/conversions?{query}")).Refused(HttpStatusCode.BadRequest);
            Assert.True(refused["errors"]!.AsObject().ContainsKey(field), refused.Text);
        }
        (await admin.Put("/api/v1/funnel/settings", new { conversionWindowDays = 0 }, "\"0\"")).Refused(HttpStatusCode.BadRequest, "funnel/bad-window");
        (await admin.Put("/api/v1/funnel/settings", new { conversionWindowDays = 30 })).Refused((HttpStatusCode)428);
        (await admin.Put("/api/v1/funnel/settings", new { conversionWindowDays = 30 }, "\"4\"")).Refused(HttpStatusCode.PreconditionFailed);
    }

    static IEnumerable<string?> Keys(Answer funnel, string method) =>
        funnel["stages"]!.AsArray().Where(stage => (string?)stage!["methodId"] == method).Select(stage => (string?)stage!["key"]);

    static readonly string[] Path = ["Qualify", "Discover", "Propose", "Negotiate", "Sign", "Won"];

    /// <summary>Random lives of project sales in the last 300 days: what stage was entered when, and whether it is closed.</summary>
    static async Task<List<(List<(string Stage, DateTime At)> Steps, bool Closed)>> Past(TestTenant tenant, int seed, int count, Guid? owner = null)
    {
        var random = new Random(seed);
        var customer = (await tenant.Admin.Post("/api/v1/customers", new { name = $"Customer {seed}" })).Ok().Id;
        var lives = new List<(List<(string, DateTime)>, bool)>();
        var rows = new List<OpportunityIntake>();
        for (var i = 0; i < count; i++)
        {
            // Whole seconds away from midnight in any zone that matters, so that no date is told two ways.
            var at = DateTime.UtcNow.Date.AddDays(-random.Next(20, 300)).AddHours(4).AddSeconds(random.Next(3600));
            var steps = new List<(string Stage, DateTime At)> { ("Qualify", at) };
            var moments = new List<OpportunityMoment> { Moment(at, "Qualify") };
            var closed = false;
            for (var stage = 1; stage < 5 && random.Next(4) > 0; stage++)
            {
                at = at.AddDays(random.Next(1, 15));
                if (at > DateTime.UtcNow) break;
                steps.Add((Path[stage], at));
                moments.Add(Moment(at, Path[stage]));
            }
            at = at.AddDays(random.Next(1, 15));
            if (random.Next(2) == 0 && at <= DateTime.UtcNow)
            {
                closed = true;
                var won = steps.Count >= 4;
                steps.Add((won ? "Won" : "Lost", at));
                moments.Add(Moment(at, steps[^2].Stage) with { Status = won ? "Won" : "Lost", Reason = "It was decided", CloseDate = DateOnly.FromDateTime(at) });
            }
            lives.Add((steps, closed));
            rows.Add(new OpportunityIntake { Name = $"Past {i}", CustomerId = customer, Type = "NewProject", Currency = "CNY", Moments = moments });
        }
        var answers = await tenant.Write<IReadOnlyList<Crm.Contracts.IntakeAnswer>>(async (db, ct) =>
            Outcome<IReadOnlyList<Crm.Contracts.IntakeAnswer>>.Of(await tenant.Host.Services.GetRequiredService<IOpportunityIntake>().TakeIn(db, rows, ct)));
        Assert.All(answers, answer => Assert.True(answer.Id is not null, string.Join("; ", answer.Reasons.Select(reason => reason.Detail))));
        return lives;

        OpportunityMoment Moment(DateTime at, string stage) => new() { AtUtc = at, Stage = stage, Amount = 1000, OwnerId = owner ?? tenant.Admin.MemberId, CloseDate = new(2027, 1, 31) };
    }

    static void Recounted(Answer told, List<(List<(string Stage, DateTime At)> Steps, bool Closed)> lives, int windowDays, Func<DateTime, bool> inCohort)
    {
        var pairs = told["items"]!.AsArray().Where(pair => (string?)pair!["methodId"] == "project-selling").ToList();
        Assert.Equal(15, pairs.Count);
        foreach (var pair in pairs)
        {
            var (from, to) = ((string)pair!["fromStage"]!, (string)pair["toStage"]!);
            var cohort = lives.Where(life => life.Steps.Any(step => step.Stage == from && inCohort(step.At))).ToList();
            var converted = cohort.Count(Came);
            var resolved = cohort.Count(life => Came(life) || life.Closed || Entered(life).AddDays(windowDays) <= DateTime.UtcNow);
            Assert.Equal((cohort.Count, resolved, converted), ((int)pair["entered"]!, (int)pair["resolved"]!, (int)pair["converted"]!));
            Assert.Equal(resolved < 30, (bool)pair["isSmall"]!);
            Assert.Equal(resolved == 0 ? null : Math.Round((decimal)converted / resolved, 4, MidpointRounding.AwayFromZero), (decimal?)pair["rate"]);

            DateTime Entered((List<(string Stage, DateTime At)> Steps, bool Closed) life) => life.Steps.First(step => step.Stage == from).At;
            bool Came((List<(string Stage, DateTime At)> Steps, bool Closed) life) =>
                life.Steps.Any(step => step.Stage == to && step.At > Entered(life) && step.At <= Entered(life).AddDays(windowDays));
        }
    }
}

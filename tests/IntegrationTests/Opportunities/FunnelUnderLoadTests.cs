using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Opportunities.Grains;
using Crm.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Crm.IntegrationTests.Opportunities;

public sealed class FunnelUnderLoadTests(Hosts hosts)
{
    const int Clients = 32;

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-52")]
    public async Task At_every_quiet_moment_of_ten_thousand_random_commands_the_funnel_equals_a_recount_and_stays_readable_for_ever(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var sellers = new List<Session>();
        for (var i = 0; i < Clients; i++) sellers.Add(await tenant.As([BuiltInRoles.SalesManager, BuiltInRoles.SalesOperations], i % 2 == 0 ? [] : [TestTenant.North]));
        var selling = new RandomSelling([.. sellers.Where((_, i) => i % 2 == 0), .. sellers.Where((_, i) => i % 2 == 0)], seed: 7);
        var moments = new List<(Answer All, Answer ByBand, Answer OfOne)>();
        var one = sellers[2].MemberId;

        for (var round = 0; round < 5; round++)
        {
            await selling.Run(2_000);
            if (round == 2) await DropActivations(tenant);
            var all = (await tenant.Admin.Funnel()).Ok();
            await Recount.Equals(tenant, all);
            moments.Add((all, (await tenant.Admin.Funnel("?groupBy=band")).Ok(), (await tenant.Admin.Funnel($"?ownerId={one}&currency=CNY")).Ok()));
            Assert.True(await tenant.Host.Services.GetRequiredService<IGrainFactory>().Funnel(tenant.Id).Check());
        }

        Assert.True(selling.Done > 3_000, $"{selling.Done} done, {selling.Refused} refused");
        await Recount.HistoryIsWhole(tenant);
        foreach (var (all, byBand, ofOne) in moments)
        {
            foreach (var asOf in new[] { (string)all["position"]!, (string)all["asOf"]! })
            {
                Assert.Equal(all.Told(), (await tenant.Admin.Get($"/api/v1/pipeline?asOf={asOf}")).Ok().Told());
                Assert.Equal(byBand.Told(), (await tenant.Admin.Get($"/api/v1/pipeline?asOf={asOf}&groupBy=band")).Ok().Told());
                Assert.Equal(ofOne.Told(), (await tenant.Admin.Get($"/api/v1/pipeline?asOf={asOf}&ownerId={one}&currency=CNY")).Ok().Told());
            }
        }
        for (var i = 1; i < moments.Count; i++)
        {
            foreach (var (from, to) in new[] { ("position", "position"), ("asOf", "asOf") })
            {
                foreach (var filter in new[] { "", $"&ownerId={one}", "&currency=USD" })
                    await Reconciles(tenant.Admin, (string)moments[i - 1].All[from]!, (string)moments[i].All[to]!, filter);
            }
        }
    }

    internal static async Task Reconciles(Session reader, string from, string to, string filter)
    {
        var change = (await reader.Get($"/api/v1/pipeline/changes?from={from}&to={to}{filter}&items=true")).Ok();
        decimal Amount(string term) => (decimal)change[term]!["amount"]!;
        int Count(string term) => (int)change[term]!["count"]!;
        Assert.Equal(Amount("closing"), Amount("opening") + Amount("new") + Amount("reopened") + Amount("movedIn") + Amount("grown") + Amount("revalued")
            - Amount("won") - Amount("lost") - Amount("abandoned") - Amount("heldOut") - Amount("shrunk") - Amount("movedOut"));
        Assert.Equal(Count("closing"), Count("opening") + Count("new") + Count("reopened") + Count("movedIn")
            - Count("won") - Count("lost") - Count("abandoned") - Count("heldOut") - Count("movedOut"));
    }

    static async Task DropActivations(TestTenant tenant) =>
        await tenant.Host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
}

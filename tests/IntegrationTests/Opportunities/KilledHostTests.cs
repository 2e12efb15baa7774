using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Opportunities;

public sealed class KilledHostTests
{
    const int Clients = 32;

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-52")]
    public async Task A_host_killed_in_the_middle_of_random_commands_loses_nothing_it_acknowledged_and_its_funnel_equals_a_recount(Engine engine)
    {
        if (engine == Engine.PostgreSql) await PostgresServer.Admin();
        await using var storage = await TestDatabase.Create(engine);
        var people = new List<(string Name, Guid Id)>();
        string slug;
        Guid tenantId;
        var deals = new Dictionary<Guid, int>();
        await using (var host = await TestHost.Start(engine, new TestHostOptions { Database = storage }))
        {
            var tenant = await host.NewTenant();
            (slug, tenantId) = (tenant.Slug, tenant.Id);
            for (var i = 0; i < Clients; i++)
                people.Add(($"killer{i}", await tenant.NewMember($"killer{i}", [BuiltInRoles.SalesManager, BuiltInRoles.SalesOperations], [])));
            for (var i = 0; i < 150; i++)
            {
                var deal = (await tenant.Admin.Open(i + 1, i % 3 == 0 ? "USD" : "CNY", i % 4 == 0 ? "Repeat" : "NewProject")).Ok();
                deals.Add(deal.Id, deal.Version);
            }
        }

        RandomSelling selling;
        await using (var host = await HostProcess.Start(storage))
        {
            var sellers = await Task.WhenAll(people.Select(person => SignIn(host.Address, slug, person)));
            selling = new RandomSelling(sellers, seed: 11);
            foreach (var (id, version) in deals) selling.Acknowledged[id] = version;
            var running = selling.Run(10_000, mayDie: true);
            await Eventually.True(() => selling.Done >= 1_000, "a thousand commands are done", TimeSpan.FromSeconds(120));
            await host.Kill();
            await running;
            Assert.Equal(Clients, selling.Lost);
        }

        Answer funnel;
        await using (var host = await HostProcess.Start(storage))
        {
            using var reader = await SignIn(host.Address, slug, people[0]);
            foreach (var (id, version) in selling.Acknowledged)
            {
                var now = (await reader.Get($"/api/v1/opportunities/{id}")).Ok();
                // A change may have been kept whose answer did not arrive; each client had one such call at the most.
                Assert.InRange(now.Version, version, version + Clients);
            }
            funnel = (await reader.Funnel()).Ok();
        }

        await using (var host = await TestHost.Start(engine, new TestHostOptions { Database = storage }))
        {
            await Recount.Equals(host.Database, tenantId, funnel);
            await Recount.HistoryIsWhole(host.Database, tenantId);
            using var reader = await SignIn(host.Address, slug, people[0]);
            Assert.Equal(funnel.Told(), (await reader.Get($"/api/v1/pipeline?asOf={(string)funnel["position"]!}")).Ok().Told());
            Assert.Equal(funnel.Told(), (await reader.Get($"/api/v1/pipeline?asOf={(string)funnel["asOf"]!}")).Ok().Told());
        }
    }

    static Task<Session> SignIn(Uri address, string tenant, (string Name, Guid Id) person) =>
        Session.SignIn(new HttpClient { BaseAddress = address }, tenant, person.Name, TestTenant.Password, person.Id);
}

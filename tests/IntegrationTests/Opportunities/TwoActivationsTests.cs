using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Opportunities;
using Crm.Opportunities.Data;
using Crm.Opportunities.Grains;
using Crm.Opportunities.UseCases;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Crm.IntegrationTests.Opportunities;

/// <summary>A second cluster on the same database that knows nothing of the first: every grain it is asked for is a second activation.</summary>
public sealed class TwoActivationsTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Of_two_activations_of_one_opportunity_the_version_of_the_row_decides_and_no_change_is_lost(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var seller = tenant.Admin;
        using var twin = await Twin(tenant.Host);
        var grains = twin.Services.GetRequiredService<IGrainFactory>();
        var deal = (await seller.Open(100)).Ok();
        var other = grains.Opportunity(tenant.Id, deal.Id);
        Assert.Equal(1, (await other.Read())!.Version);

        // The host's activation has moved on; the other still holds version 1 and is told nothing.
        deal = (await seller.Advance(deal, "Discover")).Ok();
        var stale = await other.Do(Ask(seller, OpportunityAction.Hold) with { ExpectedVersion = 1 });
        Assert.Equal(RefusalKind.Stale, stale.Refusal?.Kind);
        var held = await other.Do(Ask(seller, OpportunityAction.Hold));
        Assert.Equal(3, held.Snapshot!.Version);
        (await seller.Act(deal, "resume")).Refused(System.Net.HttpStatusCode.PreconditionFailed);
        Assert.Equal("Open", (string?)(await seller.Post($"/api/v1/opportunities/{deal.Id}/resume", null, "*")).Ok()["status"]);

        var rounds = 100;
        var done = 0;
        async Task Work(Func<Task<bool>> act)
        {
            for (var i = 0; i < rounds; i++)
            {
                if (await act()) Interlocked.Increment(ref done);
            }
        }
        await Task.WhenAll(
            Work(async () => (int)(await seller.Patch($"/api/v1/opportunities/{deal.Id}", new { need = Guid.CreateVersion7().ToString() }, "*")).Status == 200),
            Work(async () => (await other.Do(Ask(seller, OpportunityAction.Hold))).Snapshot is not null),
            Work(async () => (await other.Do(Ask(seller, OpportunityAction.Resume))).Snapshot is not null));

        var now = (await seller.Get($"/api/v1/opportunities/{deal.Id}?asOf={DateTime.UtcNow:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}")).Ok();
        Assert.Equal(4 + done, now.Version);
        await Recount.HistoryIsWhole(tenant);
        await tenant.Host.Services.GetRequiredService<IGrainFactory>().Funnel(tenant.Id).Pull();
        await Recount.Equals(tenant, await seller.Funnel());
        var theirs = await grains.Funnel(tenant.Id).Read(new FunnelQuery { Scope = ScopeRule.Everything, Language = "en" });
        var ours = (await seller.Funnel()).Ok();
        Assert.Equal(ours["total"]!.ToJsonString(), System.Text.Json.Nodes.JsonNode.Parse(theirs.Json)!["total"]!.ToJsonString());
    }

    static OpportunityCommand Ask(Session seller, OpportunityAction action) =>
        new() { Action = action, MemberId = seller.MemberId, Scope = ScopeRule.Everything };

    static async Task<IHost> Twin(TestHost host)
    {
        var shared = host.Services;
        var twin = new HostBuilder()
            .UseOrleans(silo => silo.UseLocalhostClustering(FreePort.Next(), FreePort.Next(), serviceId: "twin", clusterId: $"twin-{Guid.CreateVersion7():n}"))
            .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .ConfigureServices(services => services
                .AddSingleton(TimeProvider.System)
                .AddSingleton(shared.GetRequiredService<IOrganizationDirectory>())
                .AddSingleton(shared.GetRequiredService<Database>())
                .AddSingleton(shared.GetRequiredService<OpportunityRow>())
                .AddSingleton(shared.GetRequiredService<FunnelReader>())
                .AddSingleton(shared.GetRequiredService<Processes>())
                .AddSingleton(shared.GetRequiredService<TenantClock>())
                .AddSingleton(shared.GetRequiredService<CustomFields>())
                .AddSingleton(shared.GetRequiredService<FunnelRendering>()))
            .Build();
        await twin.StartAsync(TestContext.Current.CancellationToken);
        return twin;
    }
}

using System.Collections.Concurrent;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

[assembly: AssemblyFixture(typeof(Crm.IntegrationTests.Opportunities.OpportunityHosts))]

namespace Crm.IntegrationTests.Opportunities;

/// <summary>One host per engine whose customers and products are stand-ins.</summary>
public sealed class OpportunityHosts : IAsyncDisposable
{
    readonly ConcurrentDictionary<Engine, Lazy<Task<TestHost>>> _hosts = new();

    internal static TestHostOptions Options { get; } = new() { Services = StandInDirectories.AddTo };

    public async Task<TestTenant> NewTenant(Engine engine)
    {
        if (engine == Engine.PostgreSql) await PostgresServer.Admin();
        return await (await _hosts.GetOrAdd(engine, e => new(() => TestHost.Start(e, Options))).Value).NewTenant();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var start in _hosts.Values.Where(h => h.IsValueCreated && h.Value.IsCompletedSuccessfully))
            await (await start.Value).DisposeAsync();
    }
}

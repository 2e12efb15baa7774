using System.Collections.Concurrent;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

[assembly: AssemblyFixture(typeof(Hosts))]

namespace Crm.IntegrationTests.Fixtures;

/// <summary>
/// One running host per engine for the whole suite, started when first asked for. Tests keep apart by tenant, as customers do: take this
/// in the constructor and call <see cref="NewTenant"/>. Test classes so run side by side without paying for a start each.
/// </summary>
public sealed class Hosts : IAsyncDisposable
{
    readonly ConcurrentDictionary<Engine, Lazy<Task<TestHost>>> _hosts = new();

    /// <summary>The shared host; skips the running test where the engine is not to be had.</summary>
    public async Task<TestHost> On(Engine engine)
    {
        // Asked first and by itself: a skip kept in the shared start would be one test's skip, not everyone's.
        if (engine == Engine.PostgreSql)
            await PostgresServer.Admin();
        return await _hosts.GetOrAdd(engine, e => new(() => TestHost.Start(e))).Value;
    }

    /// <summary>A new tenant on the shared host.</summary>
    public async Task<TestTenant> NewTenant(Engine engine) => await (await On(engine)).NewTenant();

    public async ValueTask DisposeAsync()
    {
        foreach (var start in _hosts.Values.Where(h => h.IsValueCreated && h.Value.IsCompletedSuccessfully))
            await (await start.Value).DisposeAsync();
    }
}

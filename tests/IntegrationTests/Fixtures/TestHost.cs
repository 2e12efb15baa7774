using Crm.Platform.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>
/// A running host with a database of its own. Most tests take the shared one from <see cref="Hosts"/> and a tenant of their own on it;
/// start one yourself to restart it, to change its settings or its clock.
/// </summary>
public sealed class TestHost : IAsyncDisposable
{
    readonly TestHostOptions _options;
    HostInProcess _host;

    TestHost(TestDatabase database, TestHostOptions options)
    {
        Storage = database;
        _options = options;
        _host = Begin();
    }

    public Engine Engine => Storage.Engine;

    public TestDatabase Storage { get; }

    /// <summary>The host's own services: <c>Services.GetRequiredService&lt;Database&gt;()</c>, <c>IGrainFactory</c>.</summary>
    public IServiceProvider Services => _host.Services;

    public Database Database => Services.GetRequiredService<Database>();

    public Uri Address { get; private set; } = null!;

    public static async Task<TestHost> Start(Engine engine, TestHostOptions? options = null)
    {
        var database = options?.Database ?? await TestDatabase.Create(engine);
        try
        {
            return new(database, options ?? new TestHostOptions());
        }
        catch when (options?.Database is null)
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client without credentials.</summary>
    public HttpClient Anonymous() => new() { BaseAddress = Address };

    /// <summary>A new tenant with its departments, rates and administrator.</summary>
    public Task<TestTenant> NewTenant(string? slug = null) => TestTenant.Create(this, slug);

    /// <summary>Stops the host in good order and starts it again on the same data. Addresses and clients of before are void.</summary>
    public async Task Restart()
    {
        await _host.DisposeAsync();
        _host = Begin();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (_options.Database is null)
            await Storage.DisposeAsync();
    }

    HostInProcess Begin()
    {
        var host = new HostInProcess(_options.Over(Storage), _options.Services);
        host.StartServer();
        Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return host;
    }
}

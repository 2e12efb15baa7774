using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>The real host, started from its own entry point inside the test process, listening on a free port.</summary>
sealed class HostInProcess : WebApplicationFactory<Program>
{
    readonly IReadOnlyDictionary<string, string> _settings;
    readonly Action<IServiceCollection>? _change;

    public HostInProcess(IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? change)
    {
        _settings = settings;
        _change = change;
        UseKestrel(0);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (name, value) in _settings)
            builder.UseSetting(name, value);
        if (_change is not null)
            builder.ConfigureServices(_change);
    }
}

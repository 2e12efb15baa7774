using Microsoft.Extensions.DependencyInjection;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>What a test wants otherwise than the product has it.</summary>
public sealed record TestHostOptions
{
    /// <summary>Configuration keys, over those of the fixture.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Services to replace, e.g. the clock. In-process hosts only.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>A database to start on instead of a new one; it stays its owner's to dispose.</summary>
    public TestDatabase? Database { get; init; }

    internal Dictionary<string, string> Over(TestDatabase database)
    {
        var settings = database.Settings();
        settings["Logging:LogLevel:Default"] = "Warning";
        // A suite sends from a few members what a company sends from hundreds.
        settings["Limits:RequestsPerMinutePerCredential"] = "100000000";
        settings["Limits:RequestsPerMinutePerTenant"] = "100000000";
        settings["Silo:Port"] = FreePort.Next().ToString();
        settings["Silo:GatewayPort"] = FreePort.Next().ToString();
        foreach (var (name, value) in Settings)
            settings[name] = value;
        return settings;
    }
}

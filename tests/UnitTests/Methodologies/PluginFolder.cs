using System.Text.Json.Nodes;
using Crm.Methodology.Sdk;
using Crm.Opportunities.Methodologies;
using Microsoft.Extensions.Logging.Abstractions;

namespace Crm.UnitTests.Methodologies;

/// <summary>A plugins folder of a test's own, filled with compiled plugins.</summary>
internal sealed class PluginFolder : IDisposable
{
    static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures", "plugins");
    static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "plugins");

    public string Root { get; } = Directory.CreateTempSubdirectory("crm-plugins-").FullName;

    public MethodOptions Options => new() { Folder = Root, AssessTimeoutMs = 200, LoadTimeoutMs = 2000 };

    public string Of(string id, string version) => Path.Combine(Root, id, version);

    /// <summary>Puts a fixture in, under another id or version if asked.</summary>
    public PluginFolder With(string id, string version = "1.0.0", string? asId = null, string? asVersion = null)
    {
        CopyAll(Path.Combine(Fixtures, id, version), Of(asId ?? id, asVersion ?? version));
        return this;
    }

    public PluginFolder WithShipped(string id, string version = "1.0.0")
    {
        CopyAll(Path.Combine(Shipped, id, version), Of(id, version));
        return this;
    }

    public PluginFolder Edit(string id, string version, Action<JsonObject> change)
    {
        var path = Path.Combine(Of(id, version), PluginManifest.FileName);
        var manifest = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(manifest);
        return Write(id, version, manifest.ToJsonString());
    }

    public PluginFolder Write(string id, string version, string manifest)
    {
        Directory.CreateDirectory(Of(id, version));
        File.WriteAllText(Path.Combine(Of(id, version), PluginManifest.FileName), manifest);
        return this;
    }

    public MethodCatalog Open(Action<MethodOptions>? change = null)
    {
        var options = Options;
        change?.Invoke(options);
        return new MethodCatalog(Microsoft.Extensions.Options.Options.Create(options), TimeProvider.System, NullLogger<MethodCatalog>.Instance);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public static AssessmentInput Question(string stage = "Start", string? type = null, string? toStage = null) => new()
    {
        Opportunity = new OpportunityFacts
        {
            Id = "o-1",
            Stage = stage,
            Type = type,
            StageEnteredUtc = new DateTime(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc),
            OpenedUtc = new DateTime(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc),
        },
        ToStage = toStage,
        AsOfUtc = new DateTime(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc),
        Today = new DateOnly(2026, 11, 24),
    };

    static void CopyAll(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}

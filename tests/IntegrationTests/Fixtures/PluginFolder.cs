using System.Text.Json.Nodes;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>A plugins folder of a test's own, filled with compiled plugins: those shipped and those of <c>tests/fixtures/plugins</c>, most of them broken.</summary>
public sealed class PluginFolder : IDisposable
{
    static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures", "plugins");
    static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "plugins");

    public string Root { get; } = Directory.CreateTempSubdirectory("crm-plugins-").FullName;

    /// <summary>What the host is told about it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Methods:Folder"] = Root };

    public PluginFolder With(string id, string version = "1.0.0") => Copy(Path.Combine(Fixtures, id, version), id, version);

    public PluginFolder WithShipped() =>
        Copy(Path.Combine(Shipped, "project-selling", "1.0.0"), "project-selling", "1.0.0")
            .Copy(Path.Combine(Shipped, "relationship-selling", "1.0.0"), "relationship-selling", "1.0.0");

    /// <summary>Changes a manifest that lies there.</summary>
    public PluginFolder Edit(string id, string version, Action<JsonObject> change)
    {
        var path = Path.Combine(Root, id, version, "plugin.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    PluginFolder Copy(string from, string id, string version)
    {
        // As an operator does: filled under a name that is not looked at, then moved to its place.
        var filling = Path.Combine(Root, id, $".{version}");
        Directory.CreateDirectory(filling);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(filling, Path.GetFileName(file)));
        Directory.Move(filling, Path.Combine(Root, id, version));
        return this;
    }
}

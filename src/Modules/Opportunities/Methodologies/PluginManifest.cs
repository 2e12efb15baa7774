using Crm.Methodology.Sdk;

namespace Crm.Opportunities.Methodologies;

/// <summary>The file <c>plugin.json</c> as its author wrote it.</summary>
internal sealed record PluginManifest
{
    public const string FileName = "plugin.json";

    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>The file name of the plugin's assembly, beside the manifest.</summary>
    public required string Assembly { get; init; }

    /// <summary>The full name of the class that implements <see cref="ISalesMethod"/>.</summary>
    public required string EntryType { get; init; }

    /// <summary>The SDK versions it works with.</summary>
    public required string Sdk { get; init; }

    public required LocalizedText Names { get; init; }
}

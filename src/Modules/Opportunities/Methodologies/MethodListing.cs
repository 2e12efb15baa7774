using Crm.Methodology.Sdk;

namespace Crm.Opportunities.Methodologies;

/// <summary>A method version on disk as an administrator sees it, whatever its state.</summary>
internal sealed record MethodListing
{
    /// <summary>As its folder has it.</summary>
    public required string Id { get; init; }

    /// <summary>As its folder has it.</summary>
    public required string Version { get; init; }

    public required MethodState State { get; init; }

    /// <summary>Why it is not active.</summary>
    public string? Reason { get; init; }

    /// <summary>As the manifest has it, where it could be read.</summary>
    public LocalizedText? Names { get; init; }

    /// <summary>The SDK range, where it could be read.</summary>
    public string? Sdk { get; init; }

    /// <summary>The version, where it is loaded.</summary>
    public MethodVersion? Method { get; init; }

    public required PluginTally Tally { get; init; }
}

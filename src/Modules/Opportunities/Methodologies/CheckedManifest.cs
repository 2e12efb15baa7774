namespace Crm.Opportunities.Methodologies;

/// <summary>A manifest and what the check found. A bad one keeps what could be read, for the list.</summary>
internal sealed record CheckedManifest(MethodState State, string? Reason, PluginManifest? Manifest)
{
    public bool IsGood => State == MethodState.Discovered;

    public static CheckedManifest Good(PluginManifest manifest) => new(MethodState.Discovered, null, manifest);

    public static CheckedManifest Bad(MethodState state, string reason, PluginManifest? manifest = null) => new(state, reason, manifest);
}

namespace Crm.Methodology.Sdk;

/// <summary>The SDK itself.</summary>
public static class MethodSdk
{
    /// <summary>
    /// The version of the SDK that is loaded. Within one major version members are only added, and records grow only by optional
    /// properties, so a plugin names the range from the version it was built with to the next major one.
    /// </summary>
    public static SemanticVersion Version { get; } = OfAssembly();

    static SemanticVersion OfAssembly()
    {
        var version = typeof(MethodSdk).Assembly.GetName().Version!;
        return new SemanticVersion(version.Major, version.Minor, version.Build);
    }
}

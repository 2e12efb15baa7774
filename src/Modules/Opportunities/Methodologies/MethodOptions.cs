namespace Crm.Opportunities.Methodologies;

/// <summary>Where plugins lie and how long they may take. Configuration section <c>Methods</c>.</summary>
internal sealed class MethodOptions
{
    /// <summary>The plugins folder; a relative one lies beside the host's assembly.</summary>
    public string Folder { get; set; } = "plugins";

    /// <summary>An assessment that runs longer is a fault.</summary>
    public int AssessTimeoutMs { get; set; } = 250;

    /// <summary>Loading and describing may take this long.</summary>
    public int LoadTimeoutMs { get; set; } = 5000;

    /// <summary>So many exceptions in a row, and a plugin is asked no more until the next rescan.</summary>
    public int FaultLimit { get; set; } = 3;

    /// <summary>Version folders beyond this many are not looked at.</summary>
    public int MaxVersions { get; set; } = 200;

    public string FullFolder => Path.GetFullPath(Folder, AppContext.BaseDirectory);
}

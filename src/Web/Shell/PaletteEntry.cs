namespace Crm.Web.Shell;

/// <summary>A line of the command palette and what it does.</summary>
internal sealed record PaletteEntry(string Group, string Icon, string Name, string? Note, Action Run)
{
    /// <summary>The language of the name where it is not the page's own.</summary>
    public string? Lang { get; init; }
}

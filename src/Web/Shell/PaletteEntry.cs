namespace Crm.Web.Shell;

/// <summary>A line of the command palette and what it does.</summary>
internal sealed record PaletteEntry(string Group, string Icon, string Name, string? Note, Action Run)
{
    /// <summary>The language of the name where it is not the page's own.</summary>
    public string? Lang { get; init; }

    /// <summary>The parts of the name that were matched.</summary>
    public IReadOnlyList<(int Start, int Length)> NameMarks { get; init; } = [];

    /// <summary>The parts of the note that were matched.</summary>
    public IReadOnlyList<(int Start, int Length)> NoteMarks { get; init; } = [];
}

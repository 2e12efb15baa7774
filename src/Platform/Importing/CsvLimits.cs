namespace Crm.Platform.Importing;

/// <summary>What a file may hold. A row beyond a limit is refused by itself; memory stays bounded whatever the file says.</summary>
public sealed record CsvLimits
{
    /// <summary>The longest cell; a spreadsheet program's own limit.</summary>
    public int CellChars { get; init; } = 32_767;

    public int Columns { get; init; } = 256;

    /// <summary>The longest row, all cells together.</summary>
    public int RowChars { get; init; } = 262_144;

    public static CsvLimits Default { get; } = new();
}

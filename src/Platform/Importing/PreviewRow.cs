namespace Crm.Platform.Importing;

/// <summary>One of the first rows of a file as written.</summary>
public sealed record PreviewRow
{
    /// <summary>Physical line.</summary>
    public required long Line { get; init; }

    /// <summary>Cells, each cut after 200 characters.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>What is wrong with the row as a whole.</summary>
    public RowReason? Fault { get; init; }
}

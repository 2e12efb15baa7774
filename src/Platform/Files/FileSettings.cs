namespace Crm.Platform.Files;

/// <summary>The configuration <c>Files</c>: where new files go. Those that are there are read from where they are.</summary>
public sealed record FileSettings
{
    public FilePlace Store { get; init; } = FilePlace.Database;

    /// <summary>For <see cref="FilePlace.Folder"/>: a folder that every node reaches under this path. Left out: <c>files</c> in the data folder.</summary>
    public string? Folder { get; init; }
}

namespace Crm.ArchitectureTests.Reading;

/// <summary>A text file of the repository: path from the root with forward slashes.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    string? _code;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path.LastIndexOf('/') is var at and >= 0 ? Path[..at] : "";

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsGenerated => Path.EndsWith(".g.cs", StringComparison.Ordinal)
        || Path.StartsWith("src/Migrations/", StringComparison.Ordinal);

    /// <summary>The text without comments and without what stands inside quotes.</summary>
    public string Code => _code ??= CodeOnly.Of(Text);

    public int Lines => Text.AsSpan().Count('\n') + 1;
}

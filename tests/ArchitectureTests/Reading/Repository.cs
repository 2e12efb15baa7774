using System.Runtime.CompilerServices;

namespace Crm.ArchitectureTests.Reading;

/// <summary>The files of the checkout that rules are read from. A planted one is the same thing with a file added or changed.</summary>
internal sealed class Repository
{
    static readonly string[] Kinds = [".cs", ".csproj", ".props", ".targets", ".json", ".razor", ".md", ".sh", ".sln", ".ts", ".txt", ".editorconfig"];
    static readonly string[] Skipped = ["bin", "obj", ".git", "node_modules", "TestResults", "artifacts", "data", "screenshots", "dist"];
    static readonly Lazy<Repository> Checkout = new(Read);

    readonly Dictionary<string, SourceFile> _files;

    Repository(IEnumerable<SourceFile> files) => _files = files.ToDictionary(f => f.Path, StringComparer.Ordinal);

    public static Repository Here => Checkout.Value;

    public IEnumerable<SourceFile> Files => _files.Values;

    public IEnumerable<SourceFile> CSharp => Files.Where(f => f.IsCSharp);

    // Fixture plugins are small programs of outsiders: some break our rules on purpose.
    public IEnumerable<SourceFile> Written => CSharp.Where(f => !f.IsGenerated && !f.Path.StartsWith("tests/fixtures/", StringComparison.Ordinal));

    public IEnumerable<ProjectFile> Projects =>
        Files.Where(f => f.Path.EndsWith(".csproj", StringComparison.Ordinal)).Select(f => new ProjectFile(f));

    public SourceFile? Find(string path) => _files.GetValueOrDefault(path);

    public Repository With(string path, string text) =>
        new(Files.Where(f => f.Path != path).Append(new SourceFile(path, text)));

    static Repository Read()
    {
        var root = Root();
        return new(Walk(new DirectoryInfo(root))
            .Select(f => new SourceFile(Path.GetRelativePath(root, f.FullName).Replace('\\', '/'), File.ReadAllText(f.FullName))));
    }

    static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(f => Kinds.Contains(f.Extension) || folder.Name == ".ci")
            .Concat(folder.EnumerateDirectories().Where(d => !Skipped.Contains(d.Name) && !d.Attributes.HasFlag(FileAttributes.ReparsePoint)).SelectMany(Walk));

    static string Root([CallerFilePath] string here = "")
    {
        // A deterministic build may rewrite source paths; the test's own folder is then the way up.
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(here) ?? "/" })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Crm.sln")))
                    return folder.FullName;
            }
        }

        throw new InvalidOperationException("The checkout with Crm.sln was not found above the test.");
    }
}

using System.Text.RegularExpressions;
using Crm.ArchitectureTests.Reading;

namespace Crm.ArchitectureTests.Guards;

/// <summary>Rules about how source reads, taken from the files themselves.</summary>
internal static partial class SourceGuards
{
    const int MaxLines = 500;

    public static IEnumerable<Guard> All =>
    [
        Guard.OnFiles("A query filter is lifted by name, never all of them at once",
            house => house.Written.Where(f => LiftsAllFilters().IsMatch(f.Code)).Select(f => f.Path),
            "src/Modules/Planted/UseCases/ReadAll.cs", "var all = db.Set<Row>().IgnoreQueryFilters ( ).ToList();"),

        Guard.OnFiles($"No file is longer than {MaxLines} lines",
            house => house.Written.Concat(house.Files.Where(f => f.Path.EndsWith(".razor", StringComparison.Ordinal)))
                .Where(f => f.Lines > MaxLines).Select(f => $"{f.Path} has {f.Lines} lines"),
            "src/Platform/Planted.cs", new string('\n', MaxLines + 1)),

        Guard.OnFiles("A file's namespace is its folder",
            house => house.Written.Where(f => FolderNamespace(house, f) is { } expected && DeclaredNamespace(f) is { } declared
                    && declared != expected && declared != SharedNamespace(f))
                .Select(f => $"{f.Path} says {DeclaredNamespace(f)}, not {FolderNamespace(house, f)}"),
            "src/Modules/Customers/Domain/Planted.cs", "namespace Crm.Customers.UseCases;\nclass Planted;"),

        Guard.OnFiles("A file declares the type that it is named after",
            house => house.Written.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal)
                && !f.Path.StartsWith("src/Contracts/", StringComparison.Ordinal) && !DeclaresItsName(f)).Select(f => f.Path),
            "src/Modules/Customers/Domain/Planted.cs", "namespace Crm.Customers.Domain;\ninternal sealed class Another;"),

        Guard.OnFiles("No stub is left behind",
            house => house.Written.Where(f => f.Code.Contains("NotImplementedException", StringComparison.Ordinal) || Unfinished().IsMatch(f.Text)).Select(f => f.Path),
            "src/Platform/Planted.cs", "class Planted { int X() => throw new NotImplementedException(); }"),

        Guard.OnFiles("Nothing blocks on a task and no test sleeps",
            house => house.Written.Where(f => Blocks().IsMatch(f.Code)).Select(f => f.Path),
            "tests/UnitTests/Planted.cs", "class Planted { void X() { Thread.Sleep(100); } }"),

        Guard.OnFiles("A test waits for a condition, not for a time",
            house => house.Written.Where(f => f.Path.StartsWith("tests/", StringComparison.Ordinal)
                && f.Name != "Eventually.cs" && f.Code.Contains("Task.Delay(", StringComparison.Ordinal)).Select(f => f.Path),
            "tests/UnitTests/Planted.cs", "class Planted { async Task X() { await Task.Delay(100); } }"),

        Guard.OnFiles("Domain folders import no EF, Orleans or ASP.NET",
            house => house.CSharp.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal) && f.Path.Contains("/Domain/", StringComparison.Ordinal) && ImportsInfrastructure().IsMatch(f.Code)).Select(f => f.Path),
            "src/Modules/Customers/Domain/Planted.cs", "using Microsoft.EntityFrameworkCore;"),

        Guard.OnFiles("Only use cases, reactions and the module's own file map endpoints",
            house => house.Written.Where(f => f.Path.StartsWith("src/Modules/", StringComparison.Ordinal)
                && MapsEndpoints().IsMatch(f.Code) && !f.Path.Contains("/UseCases/", StringComparison.Ordinal)
                && !f.Name.EndsWith("Module.cs", StringComparison.Ordinal)).Select(f => f.Path),
            "src/Modules/Customers/Data/Planted.cs", "class Planted { void X(RouteGroupBuilder g) => g.MapPost(\"/x\", () => 1); }"),

        Guard.OnFiles("No path of one machine stands in the repository",
            house => house.Files.Where(f => !f.Path.EndsWith("SourceGuards.cs", StringComparison.Ordinal) && MachinePath().IsMatch(f.Text)).Select(f => f.Path),
            "docs/planted.md", "See /ro" + "ot/notes.txt"),

        Guard.OnFiles("No asset of the web app comes from the network",
            house => house.Files.Where(f => f.Path.StartsWith("src/Web/", StringComparison.Ordinal) && OutsideAsset().IsMatch(f.Text)).Select(f => f.Path),
            "src/Web/Planted.razor", """<script src="https://cdn.example.com/x.js"></script>"""),
    ];

    static string? DeclaredNamespace(SourceFile file) =>
        FileNamespace().Match(file.Code) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Words that every project speaks (money, refusals, intake) may stand at the root of the assembly that gives them, whatever their folder.</summary>
    static string? SharedNamespace(SourceFile file) =>
        file.Path.StartsWith("src/Platform/", StringComparison.Ordinal) ? "Crm.Platform"
        : file.Path.StartsWith("src/Contracts/", StringComparison.Ordinal) ? "Crm.Contracts"
        : null;

    /// <summary>Assembly name, which is the project file's, and the folders below it.</summary>
    static string? FolderNamespace(Repository house, SourceFile file)
    {
        var project = house.Projects.Where(p => file.Path.StartsWith(p.File.Folder + "/", StringComparison.Ordinal)).MaxBy(p => p.File.Folder.Length);
        if (project is null || !project.Name.StartsWith("Crm.", StringComparison.Ordinal))
            return null;
        var below = file.Folder.Length > project.File.Folder.Length ? file.Folder[project.File.Folder.Length..].Replace('/', '.') : "";
        return project.Name + below;
    }

    static bool DeclaresItsName(SourceFile file)
    {
        var name = file.Name.Split('.')[0];
        return name is "Program" or "GlobalUsings" or "AssemblyInfo"
            || Regex.IsMatch(file.Code, $@"\b(class|struct|record|interface|enum|delegate\s+[\w<>?\[\],\s]+?)\s+{Regex.Escape(name)}\b");
    }

    [GeneratedRegex(@"\bIgnoreQueryFilters\s*(<[^>]*>)?\s*\(\s*\)")]
    private static partial Regex LiftsAllFilters();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex FileNamespace();

    [GeneratedRegex(@"//.*\b(TO" + "DO|FIX" + "ME|HA" + @"CK)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\bThread\.Sleep\s*\(|\.GetAwaiter\(\)\s*\.GetResult\(\)|\bTask\.WaitAll\(")]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\busing\s+(static\s+)?(Microsoft\.EntityFrameworkCore|Microsoft\.AspNetCore|Orleans)\b")]
    private static partial Regex ImportsInfrastructure();

    [GeneratedRegex(@"\.Map(Get|Post|Put|Patch|Delete)\s*\(")]
    private static partial Regex MapsEndpoints();

    [GeneratedRegex(@"(?<![\w./~-])/(root|home|Users|work)/[\w.]")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"(src|href)\s*=\s*""(https?:)?//(?!www\.w3\.org)|@import\s+(url\()?[""']?(https?:)?//")]
    private static partial Regex OutsideAsset();
}

using System.Xml.Linq;

namespace Crm.ArchitectureTests.Reading;

/// <summary>What a project file says: what it references and which packages it takes.</summary>
internal sealed class ProjectFile
{
    readonly XDocument _xml;

    public ProjectFile(SourceFile file)
    {
        File = file;
        _xml = XDocument.Parse(file.Text);
        Projects = [.. _xml.Descendants("ProjectReference").Where(BringsTypes).Select(r => NameOf(r.Attribute("Include")!.Value))];
        Packages = [.. _xml.Descendants("PackageReference").Where(p => (string?)p.Attribute("PrivateAssets") != "all").Select(p => p.Attribute("Include")!.Value)];
        AllPackages = [.. _xml.Descendants("PackageReference").Select(p => p.Attribute("Include")!.Value)];
        Frameworks = [.. _xml.Descendants("FrameworkReference").Select(p => p.Attribute("Include")!.Value)];
        OwnVersions = [.. _xml.Descendants("PackageReference").Where(p => p.Attribute("Version") is not null).Select(p => p.Attribute("Include")!.Value)];
    }

    public SourceFile File { get; }

    public string Name => NameOf(File.Path);

    public IReadOnlyList<string> Projects { get; }

    /// <summary>Packages whose types this project may name, analyzers and build tools left out.</summary>
    public IReadOnlyList<string> Packages { get; }

    public IReadOnlyList<string> AllPackages { get; }

    public IReadOnlyList<string> Frameworks { get; }

    public IReadOnlyList<string> OwnVersions { get; }

    public bool IsModule => File.Path.StartsWith("src/Modules/", StringComparison.Ordinal);

    public bool IsPlugin => File.Path.StartsWith("plugins/", StringComparison.Ordinal);

    public bool IsTest => File.Path.StartsWith("tests/", StringComparison.Ordinal);

    // The host builds the plugins beside itself without seeing a type of theirs.
    static bool BringsTypes(XElement reference) => (string?)reference.Attribute("ReferenceOutputAssembly") != "false";

    static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}

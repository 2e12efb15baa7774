using Crm.ArchitectureTests.Reading;

namespace Crm.ArchitectureTests.Guards;

/// <summary>Who may know whom, read from the project files.</summary>
internal static class ReferenceGuards
{
    const string Contracts = "Crm.Contracts";
    const string Platform = "Crm.Platform";
    const string Sdk = "Crm.Methodology.Sdk";
    const string Client = "Crm.Client";
    const string Opportunities = "Crm.Opportunities";
    const string Host = "Crm.Host";

    // Licences that ask for money or for more than a notice.
    static readonly string[] LicenceTraps = ["FluentAssertions", "MediatR", "AutoMapper", "MassTransit", "SixLabors.ImageSharp", "QuestPDF", "NBomber", "EPPlus"];

    public static IEnumerable<Guard> All =>
    [
        Guard.OnFiles("A module references Platform and Contracts, Opportunities also the SDK, and no module another",
            house => Knows(house, p => p.IsModule, p => p.Name == Opportunities ? [Platform, Contracts, Sdk] : [Platform, Contracts]),
            "src/Modules/Planted/Crm.Planted.csproj", Project(reference: "../Customers/Crm.Customers.csproj")),

        Guard.OnFiles("The web app references the generated client only",
            house => Knows(house, p => p.Name == "Crm.Web", _ => [Client]),
            "src/Web/Crm.Web.csproj", Project(reference: "../Platform/Crm.Platform.csproj")),

        Guard.OnFiles("A plugin references the SDK only and brings no package",
            house => Knows(house, p => p.IsPlugin, _ => [Sdk]).Concat(Takes(house, p => p.IsPlugin, [])),
            "plugins/Planted/Planted.csproj", Project(reference: "../../src/Platform/Crm.Platform.csproj")),

        Guard.OnFiles("Contracts, the SDK and the client reference nothing but the base class library",
            house => Knows(house, IsBare, _ => []).Concat(Takes(house, IsBare, [])).Concat(FrameworksOf(house, IsBare)),
            "src/Contracts/Crm.Contracts.csproj", Project(package: "Microsoft.EntityFrameworkCore")),

        Guard.OnFiles("Platform references Contracts only",
            house => Knows(house, p => p.Name == Platform, _ => [Contracts]),
            "src/Platform/Crm.Platform.csproj", Project(reference: "../Modules/Organization/Crm.Organization.csproj")),

        Guard.OnFiles("Only tests reference the host",
            house => house.Projects.Where(p => !p.IsTest && p.Projects.Contains(Host)).Select(p => $"{p.File.Path} references the host"),
            "tools/Planted/Crm.Planted.csproj", Project(reference: "../../src/Host/Crm.Host.csproj")),

        Guard.OnFiles("Only the Opportunities module and the host take Orleans or McMaster",
            house => house.Projects
                .Where(p => !p.IsTest && p.Name is not (Opportunities or Host))
                .SelectMany(p => p.Packages.Where(IsOrleansOrMcMaster).Select(x => $"{p.File.Path} takes {x}")),
            "src/Modules/Quoting/Crm.Quoting.csproj", Project(package: "McMaster.NETCore.Plugins")),

        Guard.OnFiles("The host takes no McMaster: only Methodologies loads plugins",
            house => house.Projects.Where(p => p.Name == Host && p.Packages.Any(x => x.StartsWith("McMaster", StringComparison.Ordinal))).Select(p => p.File.Path),
            "src/Host/Crm.Host.csproj", Project(package: "McMaster.NETCore.Plugins")),

        Guard.OnFiles("No package with a licence trap is taken",
            house => house.Projects.SelectMany(p => p.AllPackages.Where(LicenceTraps.Contains).Select(x => $"{p.File.Path} takes {x}")),
            "src/Platform/Crm.Platform.csproj", Project(package: "MediatR")),

        Guard.OnFiles("Package versions stand in one place",
            house => house.Projects.SelectMany(p => p.OwnVersions.Select(x => $"{p.File.Path} sets its own version of {x}")),
            "src/Platform/Crm.Platform.csproj", """<Project><ItemGroup><PackageReference Include="CsvHelper" Version="1.0.0" /></ItemGroup></Project>"""),

        Guard.OnFiles("A module is one project",
            house => house.Projects.Where(p => p.IsModule)
                .GroupBy(p => p.File.Path.Split('/')[2])
                .Where(g => g.Count() > 1)
                .Select(g => $"{g.Key} has {string.Join(" and ", g.Select(p => p.File.Path))}"),
            "src/Modules/Customers/Domain/Crm.Customers.Domain.csproj", Project()),

        Guard.OnFiles("Every project is in the solution and has its lock file",
            house => house.Projects
                .Where(p => !p.File.Path.StartsWith("tests/fixtures/", StringComparison.Ordinal))
                .Where(p => house.Find("Crm.sln")?.Text.Replace('\\', '/').Contains($"\"{p.File.Path}\"", StringComparison.Ordinal) != true
                    || house.Find(p.File.Folder + "/packages.lock.json") is null)
                .Select(p => p.File.Path),
            "tools/Planted/Crm.Planted.csproj", Project()),
    ];

    static bool IsBare(ProjectFile project) => project.Name is Contracts or Sdk or Client;

    static bool IsOrleansOrMcMaster(string package) =>
        package.StartsWith("Microsoft.Orleans", StringComparison.Ordinal) || package.StartsWith("McMaster", StringComparison.Ordinal);

    static IEnumerable<string> Knows(Repository house, Func<ProjectFile, bool> of, Func<ProjectFile, string[]> allowed) =>
        house.Projects.Where(of).SelectMany(p => p.Projects.Except(allowed(p)).Select(x => $"{p.File.Path} references {x}"));

    static IEnumerable<string> Takes(Repository house, Func<ProjectFile, bool> of, string[] allowed) =>
        house.Projects.Where(of).SelectMany(p => p.Packages.Except(allowed).Select(x => $"{p.File.Path} takes {x}"));

    static IEnumerable<string> FrameworksOf(Repository house, Func<ProjectFile, bool> of) =>
        house.Projects.Where(of).SelectMany(p => p.Frameworks.Select(x => $"{p.File.Path} needs {x}"));

    static string Project(string? reference = null, string? package = null) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk"><ItemGroup>
        {(reference is null ? "" : $"<ProjectReference Include=\"{reference}\" />")}
        {(package is null ? "" : $"<PackageReference Include=\"{package}\" />")}
        </ItemGroup></Project>
        """;
}

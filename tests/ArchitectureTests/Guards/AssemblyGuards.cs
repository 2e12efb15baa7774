using Crm.ArchitectureTests.Reading;

namespace Crm.ArchitectureTests.Guards;

/// <summary>The same walls read from what the compiler made, where a fully qualified name or an implicit using hides nothing.</summary>
internal static class AssemblyGuards
{
    static readonly string[] Modules =
        ["Crm.Organization", "Crm.Customers", "Crm.Quoting", "Crm.Opportunities", "Crm.Leads", "Crm.Receivables", "Crm.Activities", "Crm.Analytics", "Crm.ArchitectureTests"];

    static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Utils", "Util", "Utilities", "Common", "Base"];

    public static IEnumerable<Guard> All =>
    [
        Guard.OnAssemblies("A module's compiled code names no other module",
            ours => ours.Where(IsModule).SelectMany(a => a.References.Where(r => r != a.Name && Modules.Contains(r)).Select(r => $"{a.Name} refers to {r}")),
            "Crm.Customers"),

        Guard.OnAssemblies("A module exports one public type, its module",
            ours => ours.Where(IsModule).SelectMany(a => Exported(a).Where(t => t.FullName != $"{a.Name}.{a.Name["Crm.".Length..]}Module").Select(t => $"{a.Name} exports {t.FullName}")
                .Concat(a.Types.Any(t => t.IsPublic && t.FullName == $"{a.Name}.{a.Name["Crm.".Length..]}Module") ? [] : [$"{a.Name} exports no module"])),
            nameof(Planted.ExportedByMistake)),

        Guard.OnAssemblies("Domain code names no EF, Orleans or ASP.NET",
            ours => Naming(ours, t => t.IsIn("Domain"), IsInfrastructure),
            nameof(Planted.Domain.NamesTheDatabase)),

        // A use case asks a grain through the factory it is handed; everything else of Orleans stays behind Grains.
        Guard.OnAssemblies("Only Grains names Orleans",
            ours => Naming(ours.Where(IsModule), t => !t.IsIn("Grains"), n => n.Assembly.StartsWith("Orleans", StringComparison.Ordinal))
                .Where(finding => !(finding.Contains(".UseCases.", StringComparison.Ordinal) && finding.EndsWith(" Orleans.IGrainFactory", StringComparison.Ordinal))),
            nameof(Planted.NamesOrleans)),

        Guard.OnAssemblies("Only Methodologies names McMaster",
            ours => Naming(ours, t => !t.IsIn("Methodologies"), n => n.Assembly.StartsWith("McMaster", StringComparison.Ordinal)),
            nameof(Planted.NamesMcMaster)),

        Guard.OnAssemblies("A type says what it is, not that it manages, helps or is common",
            ours => ours.SelectMany(a => a.Types.Where(t => !t.IsGenerated && EmptyWords.Any(w => t.Name.Split('`')[0].EndsWith(w, StringComparison.Ordinal))).Select(t => t.FullName)),
            nameof(Planted.DealManager)),

        new("Contracts, the SDK and the client are compiled against the base class library only",
            () => NotBare(AssemblyFacts.Ours.Where(a => a.Name is "Crm.Contracts" or "Crm.Methodology.Sdk" or "Crm.Client")),
            () => NotBare([AssemblyFacts.OfThisTest]),
            "Microsoft.EntityFrameworkCore"),

        new("The web app is compiled against the client and the framework of components only",
            () => WebKnows(AssemblyFacts.Ours.Where(a => a.Name == "Crm.Web")),
            () => WebKnows([AssemblyFacts.OfThisTest]),
            "Crm.Customers"),
    ];

    static bool IsModule(AssemblyFacts assembly) => Modules.Contains(assembly.Name);

    static IEnumerable<TypeFacts> Exported(AssemblyFacts module) =>
        module.Types.Where(t => t.IsPublic && !t.IsGenerated);

    static bool IsInfrastructure(OutsideType type) =>
        type.Assembly.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        || type.Assembly.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        || type.Assembly.StartsWith("Orleans", StringComparison.Ordinal);

    static IEnumerable<string> Naming(IEnumerable<AssemblyFacts> assemblies, Func<TypeFacts, bool> where, Func<OutsideType, bool> what) =>
        assemblies.SelectMany(a => a.Types.Where(t => !t.IsGenerated && where(t)))
            .SelectMany(t => t.Names.Where(what).Select(n => $"{t.FullName} names {n}"));

    static IEnumerable<string> NotBare(IEnumerable<AssemblyFacts> assemblies) => assemblies.SelectMany(a => a.References
        .Where(r => !r.StartsWith("System", StringComparison.Ordinal) && r is not ("netstandard" or "Microsoft.CSharp" or "Microsoft.Win32.Primitives"))
        .Select(r => $"{a.Name} refers to {r}"));

    static IEnumerable<string> WebKnows(IEnumerable<AssemblyFacts> assemblies) => assemblies.SelectMany(a => a.References
        .Where(r => r.StartsWith("Crm.", StringComparison.Ordinal) && r != "Crm.Client")
        .Select(r => $"{a.Name} refers to {r}"));
}

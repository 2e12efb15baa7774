using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Crm.ArchitectureTests.Reading;

/// <summary>What a compiled assembly refers to, read from its metadata and its method bodies without loading it.</summary>
internal sealed class AssemblyFacts
{
    AssemblyFacts(string name, IReadOnlyList<string> references, IReadOnlyList<TypeFacts> types)
    {
        Name = name;
        References = references;
        Types = types;
    }

    public string Name { get; }

    public IReadOnlyList<string> References { get; }

    public IReadOnlyList<TypeFacts> Types { get; }

    /// <summary>Our own assemblies as they lie beside this test, the test assemblies left out.</summary>
    public static IReadOnlyList<AssemblyFacts> Ours { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "Crm.*.dll")
            .Where(f => !f.EndsWith("Tests.dll", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public static AssemblyFacts OfThisTest { get; } = Read(typeof(AssemblyFacts).Assembly.Location);

    public static AssemblyFacts Read(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return new(
            metadata.GetString(metadata.GetAssemblyDefinition().Name),
            [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))],
            [.. TopTypes(metadata).Select(t => Facts(image, metadata, t))]);
    }

    static IEnumerable<TypeDefinition> TopTypes(MetadataReader metadata) => metadata.TypeDefinitions
        .Select(metadata.GetTypeDefinition)
        .Where(t => t.GetDeclaringType().IsNil && metadata.GetString(t.Name) != "<Module>");

    static TypeFacts Facts(PEReader image, MetadataReader metadata, TypeDefinition type)
    {
        var names = new NamedTypes(image, metadata);
        names.AddType(type);
        return new(
            metadata.GetString(type.Namespace),
            metadata.GetString(type.Name),
            (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public,
            IsGenerated(metadata, type),
            names.All);
    }

    static bool IsGenerated(MetadataReader metadata, TypeDefinition type) =>
        metadata.GetString(type.Name).StartsWith('<')
        || metadata.GetString(type.Namespace).StartsWith("OrleansCodeGen", StringComparison.Ordinal)
        || type.GetCustomAttributes().Any(a => AttributeName(metadata, a) is "GeneratedCodeAttribute" or "CompilerGeneratedAttribute" or "EmbeddedAttribute");

    static string AttributeName(MetadataReader metadata, CustomAttributeHandle handle)
    {
        var constructor = metadata.GetCustomAttribute(handle).Constructor;
        if (constructor.Kind != HandleKind.MemberReference)
            return "";
        var parent = metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        return parent.Kind == HandleKind.TypeReference ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) : "";
    }
}

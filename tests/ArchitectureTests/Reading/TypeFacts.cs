namespace Crm.ArchitectureTests.Reading;

/// <summary>A compiled type and every outside type that its members, bodies and attributes name.</summary>
internal sealed record TypeFacts(string Namespace, string Name, bool IsPublic, bool IsGenerated, IReadOnlyCollection<OutsideType> Names)
{
    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;

    public bool IsIn(string folder) => Namespace.EndsWith("." + folder, StringComparison.Ordinal)
        || Namespace.Contains("." + folder + ".", StringComparison.Ordinal);
}

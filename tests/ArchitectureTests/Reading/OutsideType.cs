namespace Crm.ArchitectureTests.Reading;

/// <summary>A type of another assembly.</summary>
internal readonly record struct OutsideType(string Assembly, string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}

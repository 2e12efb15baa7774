namespace Crm.Web.Imports;

/// <summary>What can be imported; the name stands in the address.</summary>
internal static class ImportKind
{
    public static IReadOnlyList<string> All { get; } = ["customers", "products", "members"];
}

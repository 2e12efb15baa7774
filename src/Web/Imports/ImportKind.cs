namespace Crm.Web.Imports;

/// <summary>What can be imported; the name stands in the address. Importing needs the right to write what is imported.</summary>
internal sealed record ImportKind(string Name, string Right)
{
    public static IReadOnlyList<ImportKind> All { get; } =
        [new("opportunities", "WorkOpportunities"), new("customers", "WriteCustomers"), new("products", "WriteProducts"), new("members", "ManageMembers")];
}

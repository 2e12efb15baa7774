namespace Crm.Web.Deals;

/// <summary>The types of opportunity, in the order they are offered.</summary>
internal static class DealTypes
{
    public static IReadOnlyList<string> All { get; } = ["NewProject", "Expansion", "Renewal", "Repeat", "Tender"];
}

namespace Crm.Web.Administration;

/// <summary>Rights in the groups that people look for them in. One that is newer than this app stands under the others, by its own words.</summary>
internal static class RightAreas
{
    public static string Of(string right) => right switch
    {
        "ReadOpportunities" or "WorkOpportunities" or "ReopenOpportunities" or "OverrideProbability" or "OverrideGates" or "ReadFunnel" => "selling",
        "ReadCustomers" or "WriteCustomers" or "ReadProducts" or "WriteProducts" => "records",
        "ReadActivities" or "WriteActivities" => "work",
        "Import" or "Export" or "ReadJobs" or "ManageEvents" or "UploadFiles" => "data",
        _ when right.StartsWith("Manage", StringComparison.Ordinal) || right is "ReadOrganization" or "ReadAudit" => "administration",
        _ => "other"
    };

    public static IEnumerable<IGrouping<string, Client.PermissionNamedWord>> Group(IEnumerable<Client.PermissionNamedWord> rights)
    {
        string[] order = ["selling", "records", "work", "data", "administration", "other"];
        return rights.GroupBy(right => Of(right.Key.ToString())).OrderBy(group => Array.IndexOf(order, group.Key));
    }
}

using Crm.Contracts.Organization;

namespace Crm.IntegrationTests.Walk;

/// <summary>What each built-in role holds of the rights that operations ask for, written down a second time and by hand.</summary>
static class RoleRights
{
    static readonly string[] Everybody = ["ReadOrganization", "ReadProducts", "ReadActivities"];

    /// <summary>All but who may only look.</summary>
    static readonly string[] Workers = [.. Everybody, "WriteActivities"];

    public static readonly IReadOnlyDictionary<string, string[]> ByRole = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [BuiltInRoles.Salesperson] = [.. Workers, "ReadCustomers", "WriteCustomers", "ReadOpportunities", "WorkOpportunities", "ReadFunnel", "ReadJobs"],
        [BuiltInRoles.SalesManager] =
        [
            .. Workers, "ReadCustomers", "WriteCustomers", "ReadOpportunities", "WorkOpportunities", "ReopenOpportunities", "ReadFunnel", "Import", "ReadJobs",
        ],
        [BuiltInRoles.Presales] = [.. Workers, "ReadCustomers", "ReadOpportunities", "WorkOpportunities", "ReadFunnel", "ReadJobs"],
        [BuiltInRoles.SalesOperations] =
        [
            .. Workers, "ReadCustomers", "WriteCustomers", "WriteProducts", "ReadOpportunities", "WorkOpportunities", "ReopenOpportunities",
            "ManageOpportunityTypes", "ManageRates", "ManageFields", "ReadFunnel", "Import", "ReadJobs", "ReadAudit",
        ],
        [BuiltInRoles.Marketing] = [.. Workers, "ReadCustomers", "WriteCustomers", "ReadOpportunities", "ReadFunnel", "Import", "ReadJobs"],
        [BuiltInRoles.Finance] = [.. Workers, "ReadCustomers", "ReadOpportunities", "ReadFunnel", "ManageRates", "ReadJobs", "ReadAudit"],
        [BuiltInRoles.Service] = [.. Workers, "ReadCustomers", "ReadJobs"],
        [BuiltInRoles.Shipping] = [.. Workers, "ReadCustomers", "ReadJobs"],
        [BuiltInRoles.Planning] = [.. Workers, "ReadCustomers", "ReadOpportunities", "ReadFunnel", "ManageRates", "ReadJobs"],
        [BuiltInRoles.Administrator] = [.. OperationRights.ByRight.Keys],
        [BuiltInRoles.ReadOnly] = [.. Everybody, "ReadCustomers", "ReadOpportunities", "ReadFunnel", "ReadJobs"],
    };
}

using Crm.Contracts.Organization;

namespace Crm.IntegrationTests.Walk;

/// <summary>What each built-in role holds of the rights that operations ask for, written down a second time and by hand.</summary>
static class RoleRights
{
    static readonly string[] Everybody = ["ReadOrganization", "ReadProducts"];

    public static readonly IReadOnlyDictionary<string, string[]> ByRole = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [BuiltInRoles.Salesperson] = [.. Everybody, "ReadCustomers", "WriteCustomers", "ReadOpportunities", "WorkOpportunities", "ReadFunnel", "ReadJobs"],
        [BuiltInRoles.SalesManager] =
        [
            .. Everybody, "ReadCustomers", "WriteCustomers", "ReadOpportunities", "WorkOpportunities", "ReopenOpportunities", "ReadFunnel", "Import", "ReadJobs",
        ],
        [BuiltInRoles.Presales] = [.. Everybody, "ReadCustomers", "ReadOpportunities", "WorkOpportunities", "ReadFunnel", "ReadJobs"],
        [BuiltInRoles.SalesOperations] =
        [
            .. Everybody, "ReadCustomers", "WriteCustomers", "WriteProducts", "ReadOpportunities", "WorkOpportunities", "ReopenOpportunities",
            "ManageOpportunityTypes", "ManageRates", "ReadFunnel", "Import", "ReadJobs", "ReadAudit",
        ],
        [BuiltInRoles.Marketing] = [.. Everybody, "ReadCustomers", "WriteCustomers", "ReadOpportunities", "ReadFunnel", "Import", "ReadJobs"],
        [BuiltInRoles.Finance] = [.. Everybody, "ReadCustomers", "ReadOpportunities", "ReadFunnel", "ManageRates", "ReadJobs", "ReadAudit"],
        [BuiltInRoles.Service] = [.. Everybody, "ReadCustomers", "ReadJobs"],
        [BuiltInRoles.Shipping] = [.. Everybody, "ReadCustomers", "ReadJobs"],
        [BuiltInRoles.Planning] = [.. Everybody, "ReadCustomers", "ReadOpportunities", "ReadFunnel", "ManageRates", "ReadJobs"],
        [BuiltInRoles.Administrator] = [.. OperationRights.ByRight.Keys],
        [BuiltInRoles.ReadOnly] = [.. Everybody, "ReadCustomers", "ReadOpportunities", "ReadFunnel", "ReadJobs"],
    };
}

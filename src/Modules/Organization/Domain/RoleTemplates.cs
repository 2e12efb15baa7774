using Crm.Contracts.Organization;
using Crm.Platform.Security;
using static Crm.Platform.Security.DataScope;
using static Crm.Platform.Security.Permission;

namespace Crm.Organization.Domain;

/// <summary>The eleven roles a tenant starts with.</summary>
internal static class RoleTemplates
{
    /// <summary>What everybody needs to find their way and to work with others: names of colleagues and products, tasks, an inbox.</summary>
    static readonly Permission[] Everybody = [ReadOrganization, ReadProducts, ReadActivities];

    /// <summary>All but who may only look also write down what they did and give each other tasks.</summary>
    static Permission[] Basics(string key) => key == BuiltInRoles.ReadOnly ? Everybody : [.. Everybody, WriteActivities];

    internal static readonly IReadOnlyList<RoleTemplate> All =
    [
        Make(BuiltInRoles.Salesperson, "Salesperson", "销售人员",
            customers: Own, opportunities: Own, members: Department,
            ReadCustomers, WriteCustomers, ReadOpportunities, WorkOpportunities, ReadFunnel, ReadJobs),
        Make(BuiltInRoles.SalesManager, "Sales manager", "销售经理",
            customers: Subtree, opportunities: Subtree, members: Subtree,
            ReadCustomers, WriteCustomers, ReadOpportunities, WorkOpportunities, ReopenOpportunities, OverrideProbability, OverrideGates,
            ReadFunnel, Import, ReadJobs),
        Make(BuiltInRoles.Presales, "Presales", "售前",
            customers: Department, opportunities: Own, members: Department,
            ReadCustomers, ReadOpportunities, WorkOpportunities, ReadFunnel, ReadJobs),
        Make(BuiltInRoles.SalesOperations, "Sales operations", "销售运营",
            customers: DataScope.All, opportunities: DataScope.All, members: DataScope.All,
            ReadCustomers, WriteCustomers, WriteProducts, ReadOpportunities, WorkOpportunities, ReopenOpportunities, OverrideProbability,
            ManageOpportunityTypes, ManageRates, ManageFields, ReadFunnel, Import, ReadJobs, ReadAudit),
        Make(BuiltInRoles.Marketing, "Marketing", "市场",
            customers: DataScope.All, opportunities: DataScope.All, members: DataScope.All,
            ReadCustomers, WriteCustomers, ReadOpportunities, ReadFunnel, Import, ReadJobs),
        Make(BuiltInRoles.Finance, "Finance", "财务",
            customers: DataScope.All, opportunities: DataScope.All, members: DataScope.All,
            ReadCustomers, ReadOpportunities, ReadFunnel, ManageRates, ReadJobs, ReadAudit),
        Make(BuiltInRoles.Service, "Service", "服务",
            customers: DataScope.All, opportunities: None, members: DataScope.All,
            ReadCustomers, ReadJobs),
        Make(BuiltInRoles.Shipping, "Shipping", "发货",
            customers: DataScope.All, opportunities: None, members: DataScope.All,
            ReadCustomers, ReadJobs),
        Make(BuiltInRoles.Planning, "Planning", "计划",
            customers: DataScope.All, opportunities: DataScope.All, members: DataScope.All,
            ReadCustomers, ReadOpportunities, ReadFunnel, ManageRates, ReadJobs),
        Make(BuiltInRoles.Administrator, "Administrator", "管理员",
            customers: DataScope.All, opportunities: DataScope.All, members: DataScope.All,
            [.. Grants.AllPermissions]),
        Make(BuiltInRoles.ReadOnly, "Read only", "只读",
            customers: DataScope.All, opportunities: DataScope.All, members: DataScope.All,
            ReadCustomers, ReadOpportunities, ReadFunnel, ReadJobs),
    ];

    static RoleTemplate Make(
        string key, string english, string chinese, DataScope customers, DataScope opportunities, DataScope members, params Permission[] permissions) =>
        new(key, english, chinese, Grants.Of([.. Basics(key), .. permissions], resource => resource switch
        {
            // Activities are about customers: whose customers one sees, their work one sees.
            Resource.Customers or Resource.Activities => customers,
            Resource.Opportunities => opportunities,
            _ => members,
        }));
}

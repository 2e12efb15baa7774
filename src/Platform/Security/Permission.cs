namespace Crm.Platform.Security;

/// <summary>What a role may do. A right is checked at the endpoint, before the body is read.</summary>
public enum Permission
{
    ReadOrganization,
    ManageOrganization,
    ManageMembers,
    ManageRoles,
    ManageApiKeys,
    ReadAudit,
    ReadCustomers,
    WriteCustomers,
    ReadProducts,
    WriteProducts,
    ReadOpportunities,
    WorkOpportunities,
    ReopenOpportunities,
    OverrideProbability,
    OverrideGates,
    ManageOpportunityTypes,
    ManageMethodologies,
    ReadFunnel,
    Import,
    ReadJobs,
    ManageEvents,
    ManageRates,
    ReadActivities,
    WriteActivities,
    EraseFiles,
    ManageFields,
}

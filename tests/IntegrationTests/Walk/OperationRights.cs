namespace Crm.IntegrationTests.Walk;

/// <summary>
/// Who may do what, written down a second time and by hand: a right that an endpoint gains or loses has to be agreed to here. The
/// document must say the same, so that integrators can know.
/// </summary>
static class OperationRights
{
    /// <summary>Open to a request without credentials.</summary>
    public static readonly string[] Anybody = ["GetSetup", "CompleteSetup", "SignIn", "RefreshSession", "SignOut"];

    /// <summary>Open to every member, whatever the roles.</summary>
    public static readonly string[] EveryMember = ["GetMe", "ChangeMyPassword", "ListApiKeys", "CreateApiKey", "GetApiKey", "RenameApiKey", "RevokeApiKey", "StreamEvents", "Search",
        .. OfRecords];

    /// <summary>What decides is the right to the record, which no endpoint knows.</summary>
    static string[] OfRecords =>
    [
        "ListFiles", "GetFile", "UploadFile", "UpdateFile", "ArchiveFile", "RestoreFile", "DownloadFile", "GetFilePreview", "ListFileVersions", "AddFileVersion",
        "RestoreFileVersion", "GetFileLimits",
    ];

    /// <summary>Right to operations; one that stands at several rights needs all of them.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> ByRight = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["ReadOrganization"] =
        [
            "ListDepartments", "GetDepartment", "ListMembers", "GetMember", "ListMemberDepartments", "ListPermissions", "ListRoles", "GetRole", "GetTenant",
            "ListLegalEntities", "GetLegalEntity", "ListPlanningRates", "ListModules", "ListBankAccounts",
            "GetBankAccount", "ListCalendarDays", "GetWorkingDays", "GetFiscalYear",
        ],
        ["ManageOrganization"] =
        [
            "CreateDepartment", "UpdateDepartment", "ArchiveDepartment", "RestoreDepartment", "MoveDepartment", "UpdateTenant", "CreateLegalEntity",
            "UpdateLegalEntity", "ArchiveLegalEntity", "RestoreLegalEntity", "SetFileLimits", "SwitchModule",
            "CreateBankAccount", "UpdateBankAccount", "ArchiveBankAccount", "RestoreBankAccount", "SetCalendarDay", "ClearCalendarDay", "ImportHolidays",
        ],
        ["ManageRoles"] = ["CreateRole", "UpdateRole", "ArchiveRole", "RestoreRole"],
        ["ManageRates"] = ["SetPlanningRates", "ArchivePlanningRate", "PreviewRevaluation", "RevalueOpportunities"],
        ["ReadAudit"] = ["ListAudit"],
        ["EraseFiles"] = ["EraseFile"],
        ["ManageMembers"] =
        [
            "CreateMember", "UpdateMember", "ArchiveMember", "RestoreMember", "MoveMember", "DisableMember", "EnableMember", "ResetPassword", "SignOutMember",
            "ImportMembers", "PreviewMembersImport", "GetHandover", "ListHandoverItems", "HandOverMember",
        ],
        ["ReadCustomers"] = ["ListCustomers", "GetCustomer", "ListContacts", "GetContact", "DescribeCustomerFields", "GetCustomerSchema", "DescribeContactFields", "GetContactSchema"],
        ["WriteCustomers"] =
        [
            "CreateCustomer", "UpdateCustomer", "ArchiveCustomer", "RestoreCustomer", "PutCustomerByExternal", "CreateContact", "UpdateContact",
            "ArchiveContact", "RestoreContact", "ImportCustomers", "PreviewCustomersImport",
        ],
        ["ReadProducts"] = ["ListProducts", "GetProduct", "DescribeProductFields", "GetProductSchema"],
        ["WriteProducts"] =
        [
            "CreateProduct", "UpdateProduct", "ArchiveProduct", "RestoreProduct", "PutProductByExternal", "ImportProducts", "PreviewProductsImport",
        ],
        ["ReadOpportunities"] =
        [
            "ListOpportunities", "GetOpportunity", "GetOpportunityHistory", "ListOpportunityTypes", "ListMethodologies", "GetMethodology",
            "DescribeOpportunityFields", "GetOpportunitySchema",
        ],
        ["ManageFields"] =
        [
            "ListCustomFields", "GetCustomField", "CreateCustomField", "UpdateCustomField", "ArchiveCustomField", "RestoreCustomField", "OrderCustomFields",
            "ListPickLists", "GetPickList", "CreatePickList", "UpdatePickList", "ArchivePickList", "RestorePickList", "ReorderPickList",
            "ListPickValues", "GetPickValue", "CreatePickValue", "UpdatePickValue", "ArchivePickValue", "RestorePickValue",
        ],
        ["WorkOpportunities"] =
        [
            "CreateOpportunity", "EditOpportunity", "PutOpportunityByExternal", "ArchiveOpportunity", "RestoreOpportunity", "AdvanceOpportunity",
            "MoveBackOpportunity", "WinOpportunity", "LoseOpportunity", "AbandonOpportunity", "HoldOpportunity", "ResumeOpportunity",
            "ImportOpportunities", "PreviewOpportunitiesImport",
        ],
        ["ReopenOpportunities"] = ["ReopenOpportunity"],
        ["ManageOpportunityTypes"] = ["SetOpportunityType", "SetFunnelSettings"],
        ["ManageMethodologies"] = ["RescanMethodologies"],
        ["ReadFunnel"] = ["GetFunnel", "GetPipelineAsOf", "GetPipelineChanges", "GetConversions", "GetFunnelSettings"],
        ["ReadActivities"] =
        [
            "ListActivities", "GetActivity", "GetTimeline", "ListTasks", "GetTask", "ListNotifications", "CountUnreadNotifications", "ReadNotifications",
        ],
        ["WriteActivities"] =
        [
            "LogActivity", "UpdateActivity", "ArchiveActivity", "RestoreActivity", "CreateTask", "UpdateTask", "ArchiveTask", "RestoreTask", "CompleteTask",
            "CancelTask", "ReopenTask", "TakeBackTask", "BulkCompleteTasks", "BulkTakeBackTasks", "BulkReassignTasks", "BulkRescheduleTasks",
        ],
        ["ReadJobs"] = ["ListJobs", "GetJob", "ListJobResults", "DownloadJobResults", "CancelJob"],
        ["ManageEvents"] = ["ListParkedEvents", "RetryParkedEvent", "SkipParkedEvent", "ListSchedules", "GetOperations"],
        ["Import"] =
        [
            "UploadImportFile", "ImportMembers", "PreviewMembersImport", "ImportCustomers", "PreviewCustomersImport", "ImportProducts",
            "PreviewProductsImport", "ImportOpportunities", "PreviewOpportunitiesImport",
        ],
    };

    public static string[] Of(string operation) => [.. ByRight.Where(right => right.Value.Contains(operation)).Select(right => right.Key)];
}

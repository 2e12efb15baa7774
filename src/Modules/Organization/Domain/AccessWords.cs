using Crm.Platform.Security;
using static Crm.Platform.Security.Permission;

namespace Crm.Organization.Domain;

/// <summary>What permissions, kinds of record and data scopes are called, English and Chinese.</summary>
internal static class AccessWords
{
    internal static readonly IReadOnlyDictionary<Permission, (string En, string Zh)> Permissions = new Dictionary<Permission, (string, string)>
    {
        [ReadOrganization] = ("See members, departments and roles", "查看成员、部门和角色"),
        [ManageOrganization] = ("Manage the tenant, departments and legal entities", "管理租户、部门和法人主体"),
        [ManageMembers] = ("Manage members", "管理成员"),
        [ManageRoles] = ("Manage roles", "管理角色"),
        [ManageApiKeys] = ("Manage everybody's API keys", "管理所有人的 API 密钥"),
        [ReadAudit] = ("Read the audit", "查看审计记录"),
        [ReadCustomers] = ("See customers and contacts", "查看客户和联系人"),
        [WriteCustomers] = ("Edit customers and contacts", "编辑客户和联系人"),
        [ReadProducts] = ("See products", "查看产品"),
        [WriteProducts] = ("Edit products", "编辑产品"),
        [ReadOpportunities] = ("See opportunities", "查看商机"),
        [WorkOpportunities] = ("Work on opportunities", "推进商机"),
        [ReopenOpportunities] = ("Reopen closed opportunities", "重新打开已关闭的商机"),
        [OverrideProbability] = ("Set a probability by hand", "手动设定成交概率"),
        [OverrideGates] = ("Pass a stage gate that is not met", "越过未满足的阶段关卡"),
        [ManageOpportunityTypes] = ("Choose the method of an opportunity type", "设定商机类型的销售方法"),
        [ManageMethodologies] = ("Manage sales methods", "管理销售方法"),
        [ReadFunnel] = ("See the funnel", "查看销售漏斗"),
        [Import] = ("Import data", "导入数据"),
        [ReadJobs] = ("See background jobs", "查看后台任务"),
        [ManageEvents] = ("Manage events that could not be handled", "管理未能处理的事件"),
        [ManageRates] = ("Manage planning rates", "管理计划汇率"),
        [ReadActivities] = ("See activities, tasks and the own inbox", "查看活动、任务和自己的通知"),
        [WriteActivities] = ("Log activities and work on tasks", "记录活动、处理任务"),
        [EraseFiles] = ("Erase files for good", "彻底删除文件"),
        [ManageFields] = ("Manage custom fields and pick lists", "管理自定义字段和选项列表"),
    };

    internal static readonly IReadOnlyDictionary<Resource, (string En, string Zh)> Resources = new Dictionary<Resource, (string, string)>
    {
        [Resource.Customers] = ("Customers and contacts", "客户和联系人"),
        [Resource.Opportunities] = ("Opportunities, funnel and pipeline", "商机、漏斗和销售管道"),
        [Resource.Members] = ("Members", "成员"),
        [Resource.Activities] = ("Activities and tasks", "活动和任务"),
    };

    internal static readonly IReadOnlyDictionary<DataScope, (string En, string Zh)> Scopes = new Dictionary<DataScope, (string, string)>
    {
        [DataScope.None] = ("None", "无"),
        [DataScope.Own] = ("The member's own", "本人"),
        [DataScope.Department] = ("The member's department", "本部门"),
        [DataScope.Subtree] = ("The member's department and all below it", "本部门及下级部门"),
        [DataScope.All] = ("The whole tenant", "整个租户"),
    };
}

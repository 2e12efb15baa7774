using Crm.Web.Text;

namespace Crm.Web.Shell;

/// <summary>A page that the navigation and the command palette lead to.</summary>
internal sealed record Page(string Address, string Icon, Func<Texts, string> Name, Func<Texts, string> Section, string Words, string Right)
{
    /// <summary>Every page, in the order of the navigation. Words are what people type to find it, in both languages and in pinyin; who lacks the right is not shown it.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        new("my-day", "day", t => t.MyDay, t => t.SectionMine, "我的一天 今天 my day today wode yitian wdyt", "ReadActivities"),
        new("tasks", "task", t => t.Tasks, t => t.SectionMine, "任务 待办 tasks to do renwu daiban rw", "ReadActivities"),
        new("inbox", "bell", t => t.Inbox, t => t.SectionMine, "通知 消息 inbox notifications tongzhi tz", "ReadActivities"),
        new("funnel", "funnel", t => t.Funnel, t => t.SectionSelling, "销售漏斗 funnel xiaoshou loudou xsld pipeline", "ReadFunnel"),
        new("opportunities", "list", t => t.Opportunities, t => t.SectionSelling, "商机 列表 opportunities deals list shangji sj", "ReadOpportunities"),
        new("opportunities/board", "board", t => t.Board, t => t.SectionSelling, "看板 board kanban kb", "ReadOpportunities"),
        new("pipeline", "change", t => t.PipelineChange, t => t.SectionAnalysis, "漏斗变化 瀑布 pipeline change waterfall loudou bianhua ldbh", "ReadFunnel"),
        new("customers", "customers", t => t.Customers, t => t.SectionRecords, "客户 customers accounts kehu kh", "ReadCustomers"),
        new("products", "products", t => t.Products, t => t.SectionRecords, "产品 products chanpin cp", "ReadProducts"),
        new("admin/fields", "table", t => t.FieldsPage, t => t.SectionAdministration, "字段 自定义字段 fields custom ziduan zd", "ManageFields"),
        new("admin/pick-lists", "list", t => t.PickListsPage, t => t.SectionAdministration, "选项 下拉 列表 pick lists choices xuanxiang xx", "ManageFields"),
        new("import", "import", t => t.Import, t => t.SectionAdministration, "导入 import csv upload daoru dr", "Import"),
        new("admin/members", "person", t => t.Members, t => t.SectionAdministration, "成员 用户 members users people chengyuan cy", "ManageMembers"),
        new("admin/departments", "tree", t => t.Departments, t => t.SectionAdministration, "部门 组织 departments organization bumen bm", "ManageOrganization"),
        new("admin/roles", "shield", t => t.RolesAndScope, t => t.SectionAdministration, "角色 权限 数据范围 roles rights permissions scope juese quanxian", "ManageRoles"),
        new("admin/api-keys", "key", t => t.ApiKeys, t => t.SectionAdministration, "密钥 接口 api keys tokens miyao", "ManageApiKeys"),
        new("admin/audit", "audit", t => t.Audit, t => t.SectionAdministration, "审计 日志 audit log history shenji sj", "ReadAudit"),
        new("admin/jobs", "jobs", t => t.Jobs, t => t.SectionAdministration, "后台任务 jobs background renwu", "ReadJobs"),
        new("admin/operations", "pulse", t => t.Operations, t => t.SectionAdministration, "运行状况 健康 operations health events schedules yunxing", "ManageEvents"),
        new("admin/modules", "modules", t => t.Modules, t => t.SectionAdministration, "功能模块 开关 modules switches mokuai", "ManageOrganization"),
        new("admin/legal-entities", "company", t => t.LegalEntities, t => t.SectionAdministration, "法人主体 银行账户 legal entities bank accounts faren", "ManageOrganization"),
        new("admin/currencies", "currency", t => t.Currencies, t => t.SectionAdministration, "币种 汇率 重估 currencies rates revaluation huilv", "ManageRates"),
        new("admin/calendar", "calendar", t => t.Calendars, t => t.SectionAdministration, "日历 节假日 调休 财年 calendar holidays fiscal rili", "ManageOrganization"),
        new("admin/tenant", "settings", t => t.TenantSettings, t => t.SectionAdministration, "企业设置 租户 company tenant settings time zone shezhi", "ManageOrganization"),
    ];

    /// <summary>The page that an address within the app belongs to; null for one that needs no right.</summary>
    public static Page? At(string address)
    {
        var path = address.Split('?', '#')[0];
        return All.Where(page => path == page.Address || path.StartsWith(page.Address + "/", StringComparison.Ordinal)).MaxBy(page => page.Address.Length);
    }
}

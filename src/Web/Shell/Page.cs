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
    ];

    /// <summary>The page that an address within the app belongs to; null for one that needs no right.</summary>
    public static Page? At(string address)
    {
        var path = address.Split('?', '#')[0];
        return All.Where(page => path == page.Address || path.StartsWith(page.Address + "/", StringComparison.Ordinal)).MaxBy(page => page.Address.Length);
    }
}

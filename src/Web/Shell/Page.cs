using Crm.Web.Text;

namespace Crm.Web.Shell;

/// <summary>A page that the navigation and the command palette lead to.</summary>
internal sealed record Page(string Address, string Icon, Func<Texts, string> Name, Func<Texts, string> Section, string Words, bool AdministratorsOnly = false)
{
    /// <summary>Every page, in the order of the navigation. Words are what people type to find it, in both languages and in pinyin.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        new("funnel", "funnel", t => t.Funnel, t => t.SectionSelling, "销售漏斗 funnel xiaoshou loudou xsld pipeline"),
        new("opportunities", "list", t => t.Opportunities, t => t.SectionSelling, "商机 列表 opportunities deals list shangji sj"),
        new("opportunities/board", "board", t => t.Board, t => t.SectionSelling, "看板 board kanban kb"),
        new("pipeline", "change", t => t.PipelineChange, t => t.SectionAnalysis, "漏斗变化 瀑布 pipeline change waterfall loudou bianhua ldbh"),
        new("customers", "customers", t => t.Customers, t => t.SectionRecords, "客户 customers accounts kehu kh"),
        new("products", "products", t => t.Products, t => t.SectionRecords, "产品 products chanpin cp"),
        new("import", "import", t => t.Import, t => t.SectionAdministration, "导入 import csv upload daoru dr"),
        new("methodologies", "methods", t => t.Methodologies, t => t.SectionAdministration, "销售方法 methods methodologies plugins fangfa ff", AdministratorsOnly: true),
    ];
}

namespace Crm.Web.Text;

/// <summary>
/// Every word of the app, in both languages side by side: a text without its twin does not compile, and there is no key that
/// could reach the screen. Sentences with values in them are methods, so that each language orders its words its own way.
/// </summary>
public sealed partial class Texts(Language language)
{
    public Language Language { get; } = language;

    public Format Format { get; } = new(language);

    private string Say(string chinese, string english) => Language == Language.Chinese ? chinese : english;

    /// <summary>English needs its plural; Chinese has none.</summary>
    private static string Plural(int count, string one, string many) => count == 1 ? one : many;

    public string Product => Say("销售管理", "Sales CRM");
    public string Save => Say("保存", "Save");
    public string Cancel => Say("取消", "Cancel");
    public string Close => Say("关闭", "Close");
    public string Edit => Say("编辑", "Edit");
    public string Clear => Say("清除", "Clear");
    public string Retry => Say("重试", "Try again");
    public string Reload => Say("重新载入", "Reload");
    public string Loading => Say("正在读取…", "Loading…");
    public string Saving => Say("正在保存…", "Saving…");
    public string Saved => Say("已保存", "Saved");
    public string Search => Say("搜索", "Search");
    public string Filters => Say("筛选", "Filters");
    public string ClearFilters => Say("清除筛选", "Clear filters");
    public string All => Say("全部", "All");
    public string None => Say("无", "None");
    public string Yes => Say("是", "Yes");
    public string No => Say("否", "No");
    public string Unknown => Say("未知", "Unknown");
    public string Required => Say("必填", "Required");
    public string Optional => Say("选填", "optional");
    public string Reason => Say("原因", "Reason");
    public string Name => Say("名称", "Name");
    public string State => Say("状态", "State");
    public string Total => Say("合计", "Total");
    public string Count => Say("数量", "Count");
    public string Amount => Say("金额", "Amount");
    public string Currency => Say("币种", "Currency");
    public string Weighted => Say("加权金额", "Weighted");
    public string Owner => Say("负责人", "Owner");
    public string Department => Say("部门", "Department");
    public string ProductField => Say("产品", "Product");
    public string Customer => Say("客户", "Customer");
    public string Stage => Say("阶段", "Stage");
    public string Status => Say("状态", "Status");
    public string Type => Say("类型", "Type");
    public string Table => Say("表格", "Table");
    public string Picture => Say("图形", "Picture");
    public string NextPage => Say("加载更多", "Load more");
    public string Actions => Say("操作", "Actions");
    public string NotSet => Say("未填写", "Not set");
    public string OpenRecord => Say("打开", "Open");
    public string MoreActions => Say("更多操作", "More actions");

    public string PageNotFound => Say("没有这个页面", "There is no such page");
    public string PageNotFoundHint => Say("地址可能写错了，或者记录已经不在。", "The address may be mistyped, or the record is gone.");
    public string BackHome => Say("回到首页", "Back to the start");
    public string RecordNotFound => Say("找不到这条记录", "This record cannot be found");
    public string RecordNotFoundHint => Say("它可能已归档，或者不在你的数据范围内。", "It may be archived, or outside the data you may see.");

    public string Searching => Say("正在查找…", "Searching…");
    public string NoMatches => Say("没有匹配项", "No matches");
    public string TypeToSearch => Say("输入名称查找", "Type a name to search");
    public string Pick(string what) => Say($"选择{what}", $"Choose {what.ToLowerInvariant()}");
    public string ClearField(string what) => Say($"清除{what}", $"Clear {what.ToLowerInvariant()}");
    public string FieldRequired(string what) => Say($"请填写{what}", $"{what} is needed");
    public string TooLong(int max) => Say($"最多 {max} 个字", $"At most {max} characters");
    public string ChooseDate => Say("选择日期", "Choose a date");
    public string Today => Say("今天", "today");
    public string DaySelected => Say("已选", "selected");
    public string DayDisabled => Say("不可选", "not available");
    public string PreviousMonth => Say("上个月", "Previous month");
    public string NextMonth => Say("下个月", "Next month");
    public string PreviousYear => Say("上一年", "Previous year");
    public string NextYear => Say("下一年", "Next year");
}

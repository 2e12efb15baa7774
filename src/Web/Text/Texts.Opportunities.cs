namespace Crm.Web.Text;

/// <summary>Opportunities: list, board, page and form.</summary>
public sealed partial class Texts
{
    public string NewOpportunity => Say("新建商机", "New opportunity");
    public string CreateOpportunity => Say("建立商机", "Create opportunity");
    public string EditOpportunity => Say("编辑商机", "Edit opportunity");
    public string OpportunityName => Say("商机名称", "Opportunity name");
    public string CloseDate => Say("预计成交", "Close date");
    public string ActualCloseDate => Say("成交日期", "Closed on");
    public string OriginalCloseDate => Say("最初预计", "First planned");
    public string Probability => Say("赢率", "Probability");
    public string ForecastCategory => Say("预测分类", "Forecast category");
    public string NextStep => Say("下一步", "Next step");
    public string NextStepDate => Say("下一步日期", "Next step date");
    public string NoNextStep => Say("还没有下一步", "No next step yet");
    public string AddNextStep => Say("写下一步", "Set the next step");
    public string Need => Say("客户需求", "Need");
    public string Budget => Say("客户预算", "Budget");
    public string Method => Say("销售方法", "Sales method");
    public string UpdatedAt => Say("更新时间", "Updated");
    public string CreatedAt => Say("建立时间", "Created");
    public string StageAge => Say("阶段停留", "Time in stage");
    public string Days(int days) => Say($"{days} 天", Plural(days, "1 day", $"{days} days"));
    public string SlippedTimes(int times) => Say($"延期 {times} 次", Plural(times, "slipped once", $"slipped {times} times"));
    public string Overdue => Say("已过期", "Overdue");
    public string OverdueBy(int days) => Say($"已过期 {days} 天", $"{Plural(days, "1 day", $"{days} days")} overdue");

    public string AmountByLines => Say("金额由产品明细合计。", "The amount is the sum of the product lines.");
    public string NotANumber => Say("这不是数字，例如 120000 或 1,234.50。", "Not a number. Write 120000 or 1,234.50.");
    public string MethodName(string method) => method switch
    {
        "project-selling" => Say("项目型销售", "Project selling"),
        "relationship-selling" => Say("关系型销售", "Relationship selling"),
        "" => "",
        _ => method
    };

    public string Summarize => Say("数量与合计", "Count and sum");
    public string Summary(string count, string sums) => Say($"共 {count} 个 · 合计 {sums}", $"{count} in all · {sums}");
    public string SummaryCount(string count) => Say($"共 {count} 个", $"{count} in all");
    public string SortedBy(string column) => Say($"按{column}排序", $"Sort by {Lower(column)}");
    public string Selected(int count) => Say($"已选 {count} 个", $"{count} selected");
    public string SelectRow(string name) => Say($"选择 {name}", $"Select {name}");
    public string SelectAll => Say("选择已载入的全部", "Select everything loaded");
    public string ClearSelection => Say("取消选择", "Clear the selection");
    public string SelectionSum(string sums) => Say($"合计 {sums}", $"sum {sums}");
    public string ListKeys => Say("j / k 移动 · Enter 查看，再按打开 · x 选择 · / 搜索", "j / k move · Enter looks, again opens · x selects · / searches");
    public string ListCaption => Say("商机列表", "Opportunities");
    public string EndOfList => Say("已到末尾", "End of the list");
    public string SearchOpportunities => Say("按名称查找商机", "Search opportunities by name");
    public string ListEmpty => Say("还没有商机", "No opportunities yet");
    public string ListEmptyHint => Say("商机是一笔可能成交的生意。建一个，或从表格导入。", "An opportunity is a sale that may happen. Create one, or import a spreadsheet.");
    public string ListEmptyFiltered => Say("没有符合条件的商机", "No opportunity fits");
    public string ListEmptyFilteredHint => Say("放宽筛选条件再看。", "Loosen the filters.");
    public string AnyStatus => Say("全部状态", "Any status");

    public string Advance(string stage) => Say($"推进到「{stage}」", $"Advance to {stage}");
    public string AdvanceShort => Say("推进", "Advance");
    public string MoveBack => Say("退回", "Move back");
    public string MoveBackTo => Say("退回到", "Back to");
    public string MoveBackWhy => Say("为什么退回？这会记入历史。", "Why does it go back? This is kept in the history.");
    public string Win => Say("赢单", "Win");
    public string WinTitle => Say("这笔生意赢了", "This sale is won");
    public string Lose => Say("丢单", "Lose");
    public string LoseTitle => Say("这笔生意丢了", "This sale is lost");
    public string Abandon => Say("放弃", "Abandon");
    public string AbandonTitle => Say("放弃这个商机", "Abandon this opportunity");
    public string Hold => Say("搁置", "Put on hold");
    public string HoldTitle => Say("暂时搁置", "Put it on hold");
    public string Resume => Say("恢复", "Resume");
    public string Reopen => Say("重开", "Reopen");
    public string ReopenTitle => Say("重新打开这个商机", "Reopen this opportunity");
    public string ReopenStage => Say("回到阶段", "Back into stage");
    public string CloseReason => Say("成交或关闭原因", "Close reason");
    public string LostTo => Say("输给了谁", "Lost to");
    public string MoveTo(string stage) => Say($"移到「{stage}」", $"Move to {stage}");
    public string MoveCard(string name) => Say($"移动 {name}", $"Move {name}");
    public string Moved(string name, string stage) => Say($"「{name}」已到「{stage}」", $"{name} is now in {stage}");
    public string MovedBackNeedsReason => Say("退回需要说明原因。", "Going back needs a reason.");
    public string BoardHint => Say("拖动卡片换阶段，或用卡片上的菜单。", "Drag a card to change its stage, or use its menu.");
    public string BoardColumn(string stage, int count) => Say($"{stage}，{count} 个商机", $"{stage}, {Plural(count, "1 opportunity", $"{count} opportunities")}");
    public string BoardEmptyColumn => Say("这个阶段没有商机", "Nothing in this stage");
    public string BoardMethod => Say("看板的销售方法", "Sales method of the board");
    public string ShownOf(int shown, string total) => Say($"显示 {shown} / {total}", $"{shown} of {total} shown");
    public string CannotMove => Say("不能移到这里", "It cannot go there");
    public string SkipNotAllowed(string from, string to) => Say($"这个方法里没有从「{from}」到「{to}」这一步。", $"This method has no step from {from} to {to}.");
    public string ClosedCannotMove => Say("已关闭的商机不能换阶段，请先重开。", "A closed opportunity cannot change its stage. Reopen it first.");

    public string History => Say("历史", "History");
    public string HistoryCaption => Say("每次变化一行", "One row per change");
    public string AsOfLabel => Say("查看当时", "As it was on");
    public string AsOfShown(string day) => Say($"这是 {day} 当天结束时的样子。", $"This is how it stood at the end of {day}.");
    public string AsOfBeforeBirth => Say("那时还没有这个商机。", "This opportunity did not exist then.");
    public string BackToNow => Say("回到现在", "Back to now");
    public string What => Say("变化", "What changed");
    public string Who => Say("操作人", "Who");
    public string System => Say("系统", "System");
    public string Details => Say("详情", "Details");
    public string StagePath => Say("阶段进程", "Stage path");
    public string StageDone(string name) => Say($"{name}，已完成", $"{name}, done");
    public string StageNow(string name) => Say($"{name}，当前阶段", $"{name}, current stage");
    public string StageAhead(string name) => Say($"{name}，未到", $"{name}, ahead");
    public string Lines => Say("产品明细", "Product lines");
    public string Quantity => Say("数量", "Quantity");
    public string UnitPrice => Say("单价", "Unit price");
    public string NoLines => Say("还没有产品明细", "No product lines yet");
    public string EditLines => Say("编辑明细", "Edit lines");
    public string LinesLead => Say("有明细时，商机金额等于明细合计；单价留空则用标准价。", "With lines the amount is their sum; a unit price left empty takes the list price.");
    public string AddLine => Say("添加一行", "Add a line");
    public string Team => Say("协作团队", "Team");
    public string EditTeam => Say("编辑团队", "Edit team");
    public string TeamLead => Say("加入团队立即能看到这个商机，移出立即看不到。", "Who joins the team sees this opportunity at once; who leaves it no longer does.");
    public string AddMember => Say("添加成员", "Add a member");
    public string TeamRoleLabel => Say("角色", "Role");

    /// <summary>Roles in a team that are offered; any other may be typed.</summary>
    public static IReadOnlyList<string> TeamRoles { get; } = ["Member", "Presales", "Technical", "Delivery", "Sponsor"];

    public string TeamRole(string role) => role switch
    {
        "Owner" => Owner,
        "Member" => Say("协作", "Member"),
        "Presales" => Say("售前", "Presales"),
        "Technical" => Say("技术", "Technical"),
        "Delivery" => Say("交付", "Delivery"),
        "Sponsor" => Say("高层支持", "Sponsor"),
        _ => role
    };

    /// <summary>The role a typed word stands for; the word itself when it is none of ours.</summary>
    public string TeamRoleKey(string word) => TeamRoles.FirstOrDefault(key => TeamRole(key) == word) ?? word;

    public string Timeline => Say("时间安排", "Timeline");
    public string MoreFilters => Say("更多筛选", "More filters");
    public string CloseFrom => Say("预计成交从", "Closes from");
    public string CloseTo => Say("预计成交到", "Closes to");
    public string Beside => Say("所选商机", "Selected opportunity");

    public string StaleTitle => Say("有人先改过了", "Someone changed it first");
    public string StaleLead => Say("你打开之后，这条记录被改过。对照两边，选留哪一个。", "This record changed after you opened it. Compare both and choose.");
    public string Field => Say("项目", "Field");
    public string Mine => Say("我的", "Mine");
    public string Theirs => Say("现在的", "Theirs");
    public string KeepMine => Say("用我的覆盖", "Save mine over it");
    public string TakeTheirs => Say("用现在的", "Take theirs");

    public string StaleReloaded => Say("已重新载入最新内容，请再看一眼后操作。", "The latest version is shown now. Look again, then act.");
    public string ChangeKindName(string kind) => kind switch
    {
        "Opened" => Say("建立", "Opened"),
        "Edited" => Say("编辑", "Edited"),
        "Advanced" => Say("推进", "Advanced"),
        "MovedBack" => Say("退回", "Moved back"),
        "Won" => Say("赢单", "Won"),
        "Lost" => Say("丢单", "Lost"),
        "Abandoned" => Say("放弃", "Abandoned"),
        "Held" => Say("搁置", "Put on hold"),
        "Resumed" => Say("恢复", "Resumed"),
        "Reopened" => Say("重开", "Reopened"),
        "Revalued" => Say("汇率重估", "Revalued"),
        "Archived" => Say("归档", "Archived"),
        "Restored" => Say("恢复归档", "Restored"),
        _ => Unknown
    };

    public string StatusName(string status) => status switch
    {
        "Open" => Say("进行中", "Open"),
        "Won" => Say("赢单", "Won"),
        "Lost" => Say("丢单", "Lost"),
        "Abandoned" => Say("已放弃", "Abandoned"),
        "OnHold" => Say("搁置", "On hold"),
        _ => Unknown
    };

    public string TypeName(string type) => type switch
    {
        "NewProject" => Say("新项目", "New project"),
        "Expansion" => Say("扩容", "Expansion"),
        "Renewal" => Say("续约", "Renewal"),
        "Repeat" => Say("复购", "Repeat"),
        "Tender" => Say("招投标", "Tender"),
        _ => type
    };

    public string CategoryName(string category) => category switch
    {
        "Omitted" => Say("不计", "Omitted"),
        "Pipeline" => Say("管道", "Pipeline"),
        "BestCase" => Say("乐观", "Best case"),
        "MostLikely" => Say("较可能", "Most likely"),
        "Commit" => Say("承诺", "Commit"),
        "Closed" => Say("已成", "Closed"),
        _ => Unknown
    };
}

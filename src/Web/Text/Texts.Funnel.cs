namespace Crm.Web.Text;

/// <summary>The funnel and what changed in it.</summary>
public sealed partial class Texts
{
    public string OpenPipeline => Say("在手商机", "Open pipeline");
    public string ByStage => Say("按阶段", "By stage");
    public string ByBand => Say("按漏斗层", "By band");
    public string Band => Say("漏斗层", "Band");
    public string MedianAge => Say("阶段停留中位数", "Median age in stage");
    public string MedianAgeShort => Say("停留（天）", "Age (days)");
    public string Share => Say("占比", "Share");
    public string FunnelCaption => Say("各阶段的商机数量、金额与停留时间", "Opportunities by stage: count, amount and age");
    public string FunnelEmpty => Say("漏斗里还没有商机", "The funnel is empty");
    public string FunnelEmptyHint => Say("建立第一个商机，它会立刻出现在这里。", "Create the first opportunity and it shows here at once.");
    public string FunnelEmptyFiltered => Say("当前筛选条件下没有在手商机。", "No open opportunity fits these filters.");
    public string AmountBasis(string basis) => basis switch
    {
        "Gross" => Say("含税", "gross of tax"),
        "Net" => Say("不含税", "net of tax"),
        _ => ""
    };

    public string AsOf(string moment) => Say($"截至 {moment}", $"As of {moment}");
    public string OpenStage(string stage, int count) => Say($"查看「{stage}」的 {count} 个商机", $"Show {Plural(count, "1 opportunity", $"{count} opportunities")} in {stage}");
    public string StageWidthNote => Say("宽度按金额", "Width shows the amount");
    public string OnHoldOutside => Say("搁置的商机不计入漏斗。", "Opportunities on hold stand outside the funnel.");

    public string BandName(string band) => band switch
    {
        "Top" => Say("漏斗顶部 · 有需求", "Top · need exists"),
        "Upper" => Say("上部 · 进入备选", "Upper · candidate list"),
        "Middle" => Say("中部 · 优先入围", "Middle · preferred list"),
        "Lower" => Say("下部 · 已定待签", "Lower · decided, paperwork left"),
        _ => Unknown
    };

    public string BandShort(string band) => band switch
    {
        "Top" => Say("顶部", "Top"),
        "Upper" => Say("上部", "Upper"),
        "Middle" => Say("中部", "Middle"),
        "Lower" => Say("下部", "Lower"),
        _ => Unknown
    };

    public string Adds => Say("增加", "Adds");
    public string Takes => Say("减少", "Takes away");
    public string AxisCut(string floor) => Say($"纵轴从 {floor} 起", $"Axis starts at {floor}");
    public string From => Say("从", "From");
    public string To => Say("到", "To");
    public string LastWeek => Say("近 7 天", "Last 7 days");
    public string LastMonth => Say("近 30 天", "Last 30 days");
    public string LastQuarter => Say("近 90 天", "Last 90 days");
    public string PipelineLead => Say("从期初到期末，在手金额是怎么变的。点任意一项看背后的商机。", "How the open amount went from one date to the other. Click a bar to see the opportunities behind it.");
    public string PipelineCaption => Say("漏斗变化明细", "Pipeline change, item by item");
    public string IdentityHolds => Say("期初加各项变化等于期末，分毫不差。", "Opening plus every change equals closing, to the cent.");
    public string IdentityBroken(string difference) => Say($"期初加各项变化与期末相差 {difference}，请联系管理员。", $"Opening plus the changes differs from closing by {difference}. Tell your administrator.");
    public string SlippedMemo => Say("延期（备忘，不影响金额）", "Slipped (memo, does not change the amount)");
    public string DatesReversed => Say("结束日期要在开始日期之后。", "The end must be after the start.");
    public string DateInFuture => Say("日期不能晚于今天。", "The date cannot be after today.");
    public string StandsBehind => Say("这是当时全部在手商机的合计。现在的在手商机见", "This is the sum of everything open at that time. What is open now:");
    public string NoRecordsBehind => Say("这一项没有商机。", "No opportunity behind this one.");
    public string RecordsBehind(string what, int count) => Say($"{what}：{count} 个商机", $"{what}: {Plural(count, "1 opportunity", $"{count} opportunities")}");
    public string Before => Say("之前", "Before");
    public string After => Say("之后", "After");
    public string Change => Say("变化", "Change");
    public string When => Say("时间", "When");
    public string Opening(string day) => Say($"期初 {day}", $"Opening {day}");
    public string Closing(string day) => Say($"期末 {day}", $"Closing {day}");

    public string ChangeName(string key) => key switch
    {
        "opening" => Say("期初", "Opening"),
        "new" => Say("新增", "New"),
        "reopened" => Say("重开", "Reopened"),
        "movedIn" => Say("转入", "Moved in"),
        "grown" => Say("增额", "Grown"),
        "revalued" => Say("汇率重估", "Revalued"),
        "won" => Say("赢单", "Won"),
        "lost" => Say("丢单", "Lost"),
        "abandoned" => Say("放弃", "Abandoned"),
        "heldOut" => Say("搁置", "On hold"),
        "shrunk" => Say("减额", "Shrunk"),
        "movedOut" => Say("转出", "Moved out"),
        "closing" => Say("期末", "Closing"),
        "slipped" => Say("延期", "Slipped"),
        _ => Unknown
    };
}

using Crm.Platform.Fields;

namespace Crm.Opportunities.Domain;

/// <summary>The reasons that a tenant begins with. Both lists are open: a reason in words is taken too, until the tenant closes them.</summary>
internal static class CloseReasons
{
    internal const string LostList = "lost-reason";
    internal const string AbandonedList = "abandon-reason";

    internal static readonly BuiltInPickList Lost = new(LostList, "Reason for losing", "输单原因",
    [
        new("price", "Price", "价格", PickColor.Orange),
        // Its key is known to the rules: a loss to a competitor names the competitor.
        new("competitor", "Lost to a competitor", "输给竞争对手", PickColor.Red),
        new("no-budget", "No budget", "没有预算"), new("no-decision", "No decision", "迟迟不决"), new("timing", "Wrong time", "时机不合适"),
        new("product-fit", "Product did not fit", "产品不匹配"), new("relationship", "Weak relationship", "客户关系不足"), new("terms", "Contract terms", "商务条款"),
    ]);

    internal static readonly BuiltInPickList Abandoned = new(AbandonedList, "Reason for abandoning", "放弃原因",
    [
        new("duplicate", "Duplicate", "重复商机"), new("not-qualified", "Not qualified", "不符合条件"), new("no-contact", "Customer out of reach", "联系不上客户"),
        new("project-cancelled", "Project cancelled", "项目取消"), new("no-capacity", "No capacity of ours", "我方无法承接"),
    ]);
}

namespace Crm.Web.Text;

/// <summary>What went wrong, said so that the reader can mend it.</summary>
public sealed partial class Texts
{
    public string TroubleTitle => Say("没有成功", "That did not work");
    public string NoConnection => Say("连不上服务器。检查网络后重试。", "The server cannot be reached. Check the connection and try again.");
    public string ServerTrouble => Say("服务器出了问题，请稍后再试。", "The server had a problem. Please try again later.");
    public string NotAllowed => Say("你没有做这件事的权限。", "You may not do this.");
    public string Gone => Say("找不到这条记录，可能已归档或不在你的范围内。", "This record cannot be found. It may be archived or outside your scope.");
    public string TooMany => Say("请求太频繁，请稍等再试。", "Too many requests. Wait a moment and try again.");
    public string NotAccepted => Say("服务器没有接受这次修改。", "The server did not accept this.");
    public string CheckFields => Say("请检查标出的项目。", "Please check the marked fields.");
    public string TraceId(string id) => Say($"跟踪号 {id}", $"Trace {id}");

    /// <summary>The words for a refusal's stable code; null when the server's own words are the best there are.</summary>
    public string? Refusal(string code) => code switch
    {
        "opportunities/closed" => Say("商机已经关闭，请先重开。", "The opportunity is closed. Reopen it first."),
        "opportunities/no-such-transition" => Say("销售方法里没有这一步。", "The sales method has no such step."),
        "opportunities/gate-unmet" => Say("离开这个阶段的条件还没有满足。", "What this stage asks for is not met yet."),
        "opportunities/not-open" => Say("商机不在进行中。", "The opportunity is not open."),
        "opportunities/not-closed" => Say("商机没有关闭，不需要重开。", "The opportunity is not closed, so there is nothing to reopen."),
        "opportunities/not-on-hold" => Say("商机没有搁置。", "The opportunity is not on hold."),
        "opportunities/on-hold" => Say("商机在搁置中，请先恢复。", "The opportunity is on hold. Resume it first."),
        "opportunities/unknown-stage" => Say("没有这个阶段。", "There is no such stage."),
        _ => null
    };
}

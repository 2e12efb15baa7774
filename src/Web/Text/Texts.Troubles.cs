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

    /// <summary>A sentence of the API in the reader's language.</summary>
    public string ServerWords(string sentence) => Language == Language.Chinese ? ServerSentences.InChinese(sentence) : sentence;

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
        "opportunities/already-in-stage" => Say("商机已经在这个阶段。", "The opportunity is in this stage already."),
        "opportunities/archived" => Say("商机已归档，请先恢复。", "The opportunity is archived. Restore it first."),
        "opportunities/method-unavailable" => Say("这个商机的销售方法现在不可用，请联系管理员。", "The sales method of this opportunity is not available now. Ask your administrator."),
        "opportunities/no-planning-rate" => Say("没有这个币种的计划汇率，请管理员先设置。", "There is no planning rate for this currency. Ask your administrator to set one."),
        "opportunities/reason-missing" => Say("请说明原因。", "Say why."),
        "opportunities/wrong-direction" => Say("方向不对：前进用推进，后退用退回。", "Wrong direction: advance goes forward, move back goes back."),
        "custom-fields/invalid" => CheckFields,
        "custom-fields/value-taken" => Say("已有记录用了这个值。", "Another record has this value."),
        "custom-fields/key-taken" => Say("这个标识已有字段用了，停用的也算。", "A field has this key, or had it before it was retired."),
        "custom-fields/retired" => Say("筛选里的字段已停用，请去掉它。", "A field of this filter is retired. Take it out."),
        "custom-fields/too-many" => Say("字段太多：每类最多 100 个。", "Too many fields: at most 100 of a kind."),
        "pick-lists/key-taken" => Say("这个标识已有列表用了。", "Another list has this key."),
        "pick-values/key-taken" => Say("这个标识已有选项用了。", "Another choice of this list has the key."),
        "tasks/not-open" => Say("任务已经结束。", "The task has ended."),
        "tasks/open" => Say("任务还在进行。", "The task is open."),
        "tasks/part-done" => Say("你的部分已经完成了。", "You have finished your part already."),
        "tasks/not-yours" => Say("任务不是派给你的，也不归你负责。", "The task is neither assigned to you nor yours to answer for."),
        "tasks/nothing-to-take-back" => Say("这个任务里没有你完成的部分，不用撤销。", "You have finished nothing of this task."),
        "activities/not-yours" => Say("只有记录人和他的上级能改。", "Only who did it, or a superior, changes it."),
        "records/archived" => Say("记录已归档，不能再添加。", "The record is archived and takes nothing new."),
        "products/code-taken" => Say("已有产品用了这个编码。", "Another product has this code."),
        "auth/not-permitted" => NotAllowed,
        "me/wrong-password" => Say("现在的密码不对。", "This is not your present password."),
        "setup/wrong-code" => Say("安装口令不对，请看启动程序的控制台。", "This is not the set-up code that the host printed on its console."),
        "setup/completed" => Say("这套系统已有管理员，请直接登录。", "This installation has its administrator already. Sign in."),
        "server/database-unavailable" => Say("数据库暂时连不上，请稍后再试。", "The database cannot be reached at the moment. Try again shortly."),
        "idempotency/in-progress" => Say("同一个操作正在进行，请稍等。", "The same action is under way. Wait a moment."),
        "opportunities/unknown-stage" => Say("没有这个阶段。", "There is no such stage."),
        _ => null
    };
}

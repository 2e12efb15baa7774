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
        "bank-accounts/taken" => Say("已有这个账号和币种的账户。", "There is an account of this number and currency already."),
        "bank-accounts/default" => Say("它是默认账户，请先把另一个设为默认。", "It is the default account. Make another one the default first."),
        "legal-entities/default" => Say("它是默认主体，请先把另一个设为默认。", "It is the default one. Make another one the default first."),
        "revaluation/whole-tenant" => Say("重估涉及全部商机，而你只能看到一部分。", "A revaluation is about every opportunity, and you see only some."),
        "modules/off" => Say("这个功能模块已关闭，请联系管理员。", "This module is switched off. Ask your administrator."),
        "modules/needed-by-others" => Say("还有打开的模块需要它，请先关闭那些模块。", "Modules that are on need this one. Switch them off first."),
        "modules/needs-others" => Say("它需要的模块还没打开。", "Modules that it needs are off. Switch them on first."),
        "modules/always-on" => Say("没有这个模块系统无法工作。", "The product does not work without this module."),
        "members/beyond-own-rights" => Say("这个人的权限比你多，你不能修改。", "This person has rights that you do not, so you may not change them."),
        "members/name-taken" => Say("已有成员用了这个用户名。", "Another member has this user name."),
        "roles/beyond-own-rights" => Say("这个角色的权限超出了你自己的权限。", "The role has rights that you do not have yourself."),
        "roles/administrator-kept" => Say("管理员角色必须保留管理成员和角色的权限。", "The administrator's role keeps the rights to manage members and roles."),
        "roles/held" => Say("还有成员持有这个角色，请先给他们换角色。", "Members still hold this role. Give them another one first."),
        "roles/built-in" => Say("系统自带的角色不能归档，可以去掉它的权限。", "A built-in role is not archived. Take its rights away instead."),
        "roles/key-taken" => Say("已有角色用了这个代码，可能已归档。", "Another role, perhaps an archived one, has this key."),
        "organization/last-administrator" => Say("这样企业就没有管理员了，请先指定另一位。", "This would leave nobody who can administer the company. Name another administrator first."),
        "departments/not-empty" => Say("部门里还有成员或下级部门，请先移走。", "Move its members and the departments below it first."),
        "departments/root" => Say("最上级就是公司本身，不能移动或归档。", "The root is the company itself; it is neither moved nor archived."),
        "departments/cycle" => Say("部门不能移到自己或自己的下级之下。", "A department cannot stand under itself or one of its own."),
        "departments/too-deep" => Say("部门层级太深。", "The tree would be too deep."),
        "departments/parent-archived" => Say("上级部门已归档，请先恢复上级。", "The department above it is archived. Restore that one first."),
        "api-keys/beyond-own-rights" => Say("密钥的权限或数据范围超出了你自己的，请少选几项。", "The key would have rights, or a view, that you do not have. Choose fewer rights."),
        "api-keys/too-many" => Say("这个成员的有效密钥太多，请先吊销不用的。", "This member has too many keys in force. Revoke one that is not used."),
        "auth/session-needed" => Say("这件事只能由登录的人来做。", "This is done by a person who is signed in."),
        "jobs/not-yours" => Say("这是别人的任务，你不能停止它。", "Somebody else asked for this job; it is not yours to stop."),
        "opportunities/unknown-stage" => Say("没有这个阶段。", "There is no such stage."),
        _ => null
    };
}

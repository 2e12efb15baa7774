namespace Crm.Web.Text;

/// <summary>Members, departments, roles, keys, audit, jobs, operations and the tenant itself.</summary>
public sealed partial class Texts
{
    public string Departments => Say("部门", "Departments");
    public string RolesAndScope => Say("角色和数据范围", "Roles and scope");
    public string ApiKeys => Say("API 密钥", "API keys");
    public string MyApiKeys => Say("我的 API 密钥", "My API keys");
    public string Audit => Say("审计记录", "Audit");
    public string Jobs => Say("后台任务", "Jobs");
    public string Operations => Say("运行状况", "Operations");
    public string TenantSettings => Say("企业设置", "Company settings");

    public string NewMember => Say("新建成员", "New member");
    public string EditMember => Say("编辑成员", "Edit member");
    public string SearchMembers => Say("按姓名或用户名查找", "Search by name or user name");
    public string MembersEmpty => Say("还没有成员", "No members yet");
    public string MembersEmptyHint => Say("新建成员，或从表格导入。", "Create members, or import a spreadsheet.");
    public string MemberStateName(string state) => state switch { "Active" => Say("在职", "Active"), "Disabled" => Say("已停用", "Disabled"), _ => Unknown };
    public string Archived => Say("已归档", "Archived");
    public string Restore => Say("恢复", "Restore");
    public string Role => Say("角色", "Role");
    public string Manager => Say("上级", "Manager");
    public string ManagerHint => Say("上级是所在部门的负责人，在部门页面设置。", "The manager is who leads the department; it is set on the departments page.");
    public string FirstPassword => Say("初始密码", "First password");
    public string FirstPasswordHint => Say("告诉本人后请对方修改。不填则暂时不能登录。", "Tell the member and ask for it to be changed. Without one nobody can sign in yet.");
    public string ResetPassword => Say("重设密码", "Reset password");
    public string ResetPasswordNote(string name) => Say($"{name} 的所有登录会立即结束，下次用新密码登录。", $"All sessions of {name} end at once; the next sign-in needs the new password.");
    public string PasswordWasReset => Say("密码已重设", "The password was reset");
    public string SignOutEverywhere => Say("退出所有设备", "Sign out everywhere");
    public string SignOutEverywhereNote(string name) => Say($"{name} 在所有设备上都要重新登录。密码和密钥不变。", $"{name} has to sign in again on every device. Password and keys stay.");
    public string SignedOutEverywhere(string name) => Say($"{name} 已退出所有设备", $"{name} is signed out everywhere");
    public string DisableMember => Say("停用", "Disable");
    public string DisableMemberNote(string name) => Say($"{name} 不能再登录，密钥也不再有效。名下的客户和商机不变。", $"{name} can no longer sign in, and keys stop working. Customers and opportunities stay where they are.");
    public string MemberDisabled(string name) => Say($"{name} 已停用", $"{name} is disabled");
    public string EnableMember => Say("启用", "Enable");
    public string MemberEnabled(string name) => Say($"{name} 已启用", $"{name} is enabled");
    public string ArchiveMemberNote(string name) => Say($"{name} 不再出现在列表里，也不能登录。可以恢复。", $"{name} leaves the lists and can no longer sign in. This can be undone.");
    public string MoveToDepartment => Say("调到部门", "Move to department");
    public string DepartmentHistory => Say("任职部门", "Departments so far");
    public string Since => Say("开始", "From");
    public string Until => Say("结束", "Until");
    public string Present => Say("至今", "now");
    public string ChooseRoles => Say("至少选一个角色。", "Choose at least one role.");
    public string ActionsFor(string name) => Say($"对 {name} 的操作", $"Actions for {name}");
    public string WasArchived(string name) => Say($"{name} 已归档", $"{name} is archived");
    public string WasRestored(string name) => Say($"{name} 已恢复", $"{name} is back");
    public string Confirm => Say("确定", "Confirm");
    public string HowMany(int count, bool more) => Say($"共 {count}{(more ? " 以上" : "")} 条", $"{count}{(more ? " or more" : "")} in all");

    public string NewDepartment => Say("新建部门", "New department");
    public string AddBelow(string name) => Say($"在 {name} 下新建", $"Add below {name}");
    public string EditDepartment => Say("编辑部门", "Edit department");
    public string MoveDepartment => Say("移动部门", "Move department");
    public string ParentDepartment => Say("上级部门", "Parent department");
    public string DepartmentLeader => Say("负责人", "Leader");
    public string DepartmentsEmptyHint => Say("在公司下面建第一个部门。", "Add the first department below the company.");
    public string MembersOf(string name) => Say($"{name} 的成员", $"Members of {name}");
    public string ShowMembers => Say("查看成员", "Show members");
    public string ArchivedDepartments => Say("已归档的部门", "Archived departments");
    public string ShowArchived => Say("显示已归档", "Show archived");
    public string Unfold(string name) => Say($"展开 {name}", $"Unfold {name}");
    public string FoldUp(string name) => Say($"收起 {name}", $"Fold {name}");

    public string NewRole => Say("新建角色", "New role");
    public string EditRole => Say("编辑角色", "Edit role");
    public string CopyRole => Say("复制为新角色", "Copy as a new role");
    public string CopyOf(string name) => Say($"{name}（副本）", $"{name} (copy)");
    public string RoleKey => Say("代码", "Key");
    public string RoleKeyHint => Say("小写字母、数字和连字符，导入和接口用它，以后不能改。", "Lower-case letters, digits and hyphens. Imports and programs use it; it never changes.");
    public string Rights => Say("权限", "Rights");
    public string RightsOf(int held, int all) => Say($"{held} / {all} 项", $"{held} of {all}");
    public string Scope => Say("数据范围", "Data scope");
    public string ScopeHint => Say("有权限时，看到谁的记录。", "Whose records are seen, where the right allows it.");
    public string Holders => Say("持有人", "Held by");
    public string NobodyHolds => Say("没有人持有这个角色", "Nobody holds this role");
    public string BuiltInRole => Say("系统自带", "Built in");
    public string OwnRole => Say("自定义", "Own");
    public string MatrixView => Say("权限对照", "Matrix");
    public string ListView => Say("列表", "List");
    public string Granted => Say("有", "Yes");
    public string NotGranted => Say("没有", "No");
    public string ArchiveRoleNote => Say("只有没人持有的角色才能归档。", "Only a role that nobody holds can be archived.");
    public string RightsNeeded => Say("至少选一项权限。", "Choose at least one right.");
    public string RightArea(string area) => area switch
    {
        "selling" => Say("销售", "Selling"),
        "records" => Say("客户和产品", "Customers and products"),
        "work" => Say("活动和任务", "Activities and tasks"),
        "data" => Say("数据和后台", "Data and background work"),
        "administration" => Say("管理", "Administration"),
        _ => Say("其他", "Other")
    };

    public string NewApiKey => Say("新建密钥", "New key");
    public string RenameApiKey => Say("改名", "Rename");
    public string RevokeApiKey => Say("吊销", "Revoke");
    public string RevokeApiKeyNote(string name) => Say($"使用「{name}」的程序会立即停止工作，不能撤销。", $"Programs that use “{name}” stop working at once. This cannot be undone.");
    public string KeyRevoked => Say("密钥已吊销", "The key is revoked");
    public string ApiKeysEmpty => Say("还没有密钥", "No keys yet");
    public string ApiKeysEmptyHint => Say("给程序一个密钥，它以某个成员的身份工作。", "Give a program a key; it works as a member, with that member's view.");
    public string ApiKeyName => Say("用途", "What it is for");
    public string ActsAs => Say("代表成员", "Acts as");
    public string KeyPrefix => Say("开头", "Begins with");
    public string ExpiresAt => Say("有效期至", "Expires");
    public string NeverExpires => Say("永不过期", "Never");
    public string InDays(int days) => Say($"{days} 天后", $"In {days} days");
    public string OnADay => Say("指定日期", "On a day");
    public string LastUsed => Say("最近使用", "Last used");
    public string NotUsedYet => Say("还没用过", "Not used yet");
    public string AllRightsOfMember => Say("该成员的全部权限", "All that the member has");
    public string OnlyTheseRights => Say("只给下面这些", "Only these");
    public string KeyRights => Say("密钥的权限", "Rights of the key");
    public string KeyShownOnce => Say("现在复制密钥，它不会再显示。", "Copy the key now. It is never shown again.");
    public string CopyKey => Say("复制", "Copy");
    public string Copied => Say("已复制", "Copied");
    public string Done => Say("完成", "Done");
    public string KeyState(string state) => state switch { "Revoked" => Say("已吊销", "Revoked"), "Expired" => Say("已过期", "Expired"), _ => Say("有效", "In force") };

    public string AuditEmpty => Say("没有记录", "Nothing recorded");
    public string AuditEmptyHint => Say("换个时间段或筛选条件。", "Choose another period or filter.");
    public string WhoActed => Say("操作人", "Who");
    public string WhatHappened => Say("操作", "What happened");
    public string RecordLabel => Say("记录", "Record");
    public string RecordKindLabel => Say("记录类型", "Kind of record");
    public string FieldLabel => Say("字段", "Field");
    public string OldValue => Say("修改前", "Before");
    public string NewValue => Say("修改后", "After");
    public string SinceDay => Say("从", "From");
    public string UntilDay => Say("到", "To");
    public string TheSystem => Say("系统", "The system");
    public string ShowDetails(string what) => Say($"显示详情：{what}", $"Show details: {what}");
    public string ChangedFields(int count) => Say($"{count} 个字段", Plural(count, "1 field", $"{count} fields"));
    public string HiddenValue => Say("（不记录内容）", "(not kept)");
    public string OnlyThisRecord => Say("只看这条记录", "This record only");

    public string JobsEmpty => Say("没有后台任务", "No jobs");
    public string JobsEmptyHint => Say("导入、批量修改等会在这里显示进度。", "Imports and changes of many records show their progress here.");
    public string StartedBy => Say("发起人", "Asked for by");
    public string FinishedAt => Say("结束时间", "Finished");
    public string Progress => Say("进度", "Progress");
    public string JobKindLabel => Say("任务", "Job");
    public string JobKindName(string kind) => kind switch
    {
        "import-customers" => Say("导入客户", "Import customers"),
        "import-products" => Say("导入产品", "Import products"),
        "import-members" => Say("导入成员", "Import members"),
        "import-opportunities" => Say("导入商机", "Import opportunities"),
        "revalue-opportunities" => Say("重估商机金额", "Revalue opportunities"),
        _ => kind
    };

    public string PartsTitle => Say("组成部分", "Parts");
    public string PartName(string name) => name switch
    {
        "database" => Say("数据库", "Database"),
        "events" => Say("事件", "Events"),
        _ => name
    };
    public string PartState(string state) => state switch
    {
        "Healthy" => Say("正常", "Healthy"),
        "Degraded" => Say("需要关注", "Needs a look"),
        "Unhealthy" => Say("故障", "Down"),
        _ => Unknown
    };
    public string EventsWaiting => Say("等待处理的事件", "Events waiting");
    public string RelayLag => Say("最久等待", "Longest wait");
    public string Seconds(long seconds) => Say($"{seconds} 秒", $"{seconds} s");
    public string EventsRetried => Say("正在重试", "Being tried again");
    public string EventsParked => Say("已搁置", "Parked");
    public string JobsRunning => Say("运行中的任务", "Jobs running");
    public string JobsQueued => Say("排队的任务", "Jobs waiting");
    public string ParkedEvents => Say("未能处理的事件", "Events that could not be handled");
    public string ParkedEventsEmpty => Say("没有搁置的事件", "No parked events");
    public string ParkedEventsHint => Say("后面同一记录的事件会等它。查明原因后重试，或放弃。", "Later events of the same record wait behind it. Find the cause, then retry, or give it up.");
    public string RetryEvent => Say("重试", "Retry");
    public string SkipEvent => Say("放弃", "Give up");
    public string SkipEventNote => Say("这个事件不会再被处理，不能撤销。", "This event will never be handled. This cannot be undone.");
    public string EventRetried => Say("已交回重试", "Given its tries again");
    public string EventSkipped => Say("已放弃", "Given up");
    public string Attempts => Say("尝试", "Tries");
    public string WaitingBehind => Say("后面等待", "Waiting behind");
    public string Event => Say("事件", "Event");
    public string HandledBy => Say("由谁处理", "Handled by");
    public string Schedules => Say("定时工作", "Scheduled work");
    public string LastRun => Say("上次运行", "Last run");
    public string NextRun => Say("下次运行", "Next run");
    public string Outcome => Say("结果", "Outcome");
    public string NeverRan => Say("还没运行过", "Has not run yet");
    public string Runs => Say("次数", "Runs");
    public string ScheduleName(string name) => name switch
    {
        "platform.purge" => Say("清理过期数据", "Clear what has served its time"),
        "organization.forget-ended-sessions" => Say("清理结束的登录", "Forget ended sessions"),
        _ => name
    };
    public string RescanMethods => Say("重新扫描", "Look again");
    public string RescanNote => Say("重新查看本节点的插件文件夹。", "Looks at the plugin folder of this node again.");
    public string RescanResult(int added, int retried, int retired) => Say($"新增 {added}，重试 {retried}，移除 {retired}", $"{added} added, {retried} tried again, {retired} gone");
    public string CurrentVersion => Say("现用版本", "Current version");
    public string RefreshNow => Say("刷新", "Refresh");

    public string TenantName => Say("企业名称", "Company name");
    public string TimeZoneLabel => Say("时区", "Time zone");
    public string TimeZoneHint => Say("「今天」和逾期按这个时区算，例如 Asia/Shanghai。", "“Today” and overdue follow it, such as Asia/Shanghai.");
    public string DefaultLanguage => Say("新成员的语言", "Language of new members");
    public string FixedHint => Say("建立企业时已定，不能更改。", "Settled when the company was set up; it never changes.");
    public string Identity => Say("身份", "Identity");
    public string FixedFacts => Say("不变的设定", "What is fixed");
    public string LanguageName(string tag) => tag switch { "zh-CN" => Say("中文", "Chinese"), "en" => Say("英语", "English"), _ => Unknown };
}

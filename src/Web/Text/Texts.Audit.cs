namespace Crm.Web.Text;

/// <summary>What the audit tells, in words: kinds of record, deeds, fields and the values that are words of the product.</summary>
public sealed partial class Texts
{
    /// <summary>The kinds of record that can be chosen in the audit's filter.</summary>
    public static IReadOnlyList<string> AuditedKinds { get; } =
    [
        "Member", "MemberRole", "Role", "Department", "Tenant", "LegalEntity", "BankAccount", "PlanningRateRow", "HolidayCalendar", "ApiKey", "Session",
        "Customer", "Contact", "Product", "Opportunity", "Activity", "WorkTask", "File", "Job", "TypeRow", "SettingsRow", "Methodologies", "ParkedEvent", "ModuleSwitch",
    ];

    /// <summary>The deeds that can be chosen in the audit's filter.</summary>
    public static IReadOnlyList<string> AuditedDeeds { get; } =
    [
        "Created", "Changed", "Archived", "Restored", "Deleted", "SignedIn", "SignInFailed", "LockedOut", "SignedOut", "SignedOutEverywhere", "PasswordChanged", "PasswordReset",
        "TokenReused", "Cancelled", "Retried", "Skipped", "Rescanned", "Imported",
    ];

    /// <summary>What a kind of record is called; null for one that is newer than this app.</summary>
    public string? AuditKind(string kind) => kind switch
    {
        "Member" => Member,
        "MemberRole" => Say("成员的角色", "Role of a member"),
        "Role" => Role,
        "Department" => Department,
        "Tenant" => Say("企业", "Company"),
        "LegalEntity" => Say("法人主体", "Legal entity"),
        "BankAccount" => Say("银行账户", "Bank account"),
        "PlanningRateRow" => Say("计划汇率", "Planning rate"),
        "HolidayCalendar" or "CalendarDay" => Say("节假日历", "Holiday calendar"),
        "ApiKey" => Say("API 密钥", "API key"),
        "Session" => Say("登录", "Session"),
        "Customer" => Customer,
        "Contact" => Say("联系人", "Contact"),
        "Product" => ProductField,
        "Opportunity" => Say("商机", "Opportunity"),
        "Activity" => Say("活动", "Activity"),
        "WorkTask" => Say("任务", "Task"),
        "File" => Say("文件", "File"),
        "Job" => Say("后台任务", "Job"),
        "TypeRow" => Say("商机类型", "Opportunity type"),
        "SettingsRow" => Say("漏斗设置", "Funnel settings"),
        "Methodologies" => Methodologies,
        "ParkedEvent" => Say("搁置的事件", "Parked event"),
        "ModuleSwitch" => Say("功能模块", "Module"),
        _ => null
    };

    /// <summary>What was done; null for a deed that is newer than this app.</summary>
    public string? AuditDeed(string action) => action switch
    {
        "Created" => Say("新建", "Created"),
        "Changed" => Say("修改", "Changed"),
        "Archived" => Say("归档", "Archived"),
        "Restored" => Say("恢复", "Restored"),
        "Deleted" => Say("删除", "Deleted"),
        "SignedIn" => Say("登录", "Signed in"),
        "SignInFailed" => Say("登录失败", "Sign-in failed"),
        "LockedOut" => Say("账号锁定", "Locked out"),
        "SignedOut" => Say("退出登录", "Signed out"),
        "SignedOutEverywhere" => Say("退出所有设备", "Signed out everywhere"),
        "PasswordChanged" => Say("修改密码", "Password changed"),
        "PasswordReset" => Say("重设密码", "Password reset"),
        "TokenReused" => Say("令牌被重复使用", "Token used twice"),
        "Cancelled" => Say("停止", "Stopped"),
        "Retried" => Say("重试", "Retried"),
        "Skipped" => Say("放弃", "Given up"),
        "Rescanned" => Say("重新扫描", "Looked again"),
        "Imported" => Say("导入", "Imported"),
        _ => null
    };

    /// <summary>What a field is called; null for one that is newer than this app. A scaled amount is asked for without its scale.</summary>
    public string? AuditField(string field) => field switch
    {
        "id" => Say("标识", "Id"),
        "name" or "title" => Name,
        "nameKey" or "shortNameKey" or "codeKey" or "normalizedUserName" or "dueRank" or "timelineAt" or "parentKey" => Say("检索键", "Search key"),
        "shortName" => ShortName,
        "displayName" => Say("显示名称", "Display name"),
        "userName" => UserName,
        "email" => Email,
        "mobile" => Mobile,
        "weChat" => WeChat,
        "language" => LanguageLabel,
        "state" => State,
        "status" => Status,
        "roleId" => Role,
        "memberId" => Member,
        "ownerId" => Owner,
        "departmentId" => Department,
        "parentId" => Say("上级", "Parent"),
        "parentName" => Say("上级公司", "Parent company"),
        "path" => Say("路径", "Path"),
        "leaderId" => Say("负责人", "Leader"),
        "customerId" => Customer,
        "primaryContactId" => Say("主要联系人", "Main contact"),
        "externalSource" => Say("外部来源", "Outside source"),
        "externalId" => Say("外部编号", "Outside key"),
        "slug" => Tenant,
        "baseCurrency" => BaseCurrency,
        "amountBasis" => AmountBasisLabel,
        "timeZone" => TimeZoneLabel,
        "currency" => Currency,
        "fromDate" => Say("生效日期", "From"),
        "rate" or "planningRate" => Say("汇率", "Rate"),
        "source" => Say("来源", "Source"),
        "key" => RoleKey,
        "builtIn" => BuiltInRole,
        "permissions" => Rights,
        "scopes" or "scope" => Scope,
        "secretHash" => Say("密钥", "Secret"),
        "prefix" => KeyPrefix,
        "expiresAt" => ExpiresAt,
        "revokedAt" => Say("吊销时间", "Revoked"),
        "lastUsedAt" => LastUsed,
        "uscc" => TaxNumber,
        "address" => Say("地址", "Address"),
        "isDefault" => Say("默认", "Default"),
        "isPrimary" => Say("主要", "Main"),
        "industry" => Industry,
        "region" => Region,
        "website" => Website,
        "employees" => Say("员工人数", "Employees"),
        "revenueMillions" => Say("年收入（百万）", "Revenue (millions)"),
        "foundedYear" => Say("成立年份", "Founded in"),
        "tags" => Say("标签", "Tags"),
        "code" => Code,
        "line" => Category,
        "unit" => Unit,
        "listPrice" => ListPrice,
        "active" => Active,
        "type" => Type,
        "stage" => Stage,
        "amount" => Amount,
        "probability" => Say("成交概率", "Probability"),
        "forecastCategory" => Say("预测类别", "Forecast category"),
        "closeDate" => Say("预计成交日期", "Close date"),
        "closedOn" => Say("关闭日期", "Closed on"),
        "closeReason" or "reason" => Reason,
        "winnerCompetitor" => Say("中标的对手", "Winner"),
        "budget" => Say("预算", "Budget"),
        "need" => Say("需求", "Need"),
        "timeline" => Say("时间计划", "Timeline"),
        "nextStep" => Say("下一步", "Next step"),
        "nextStepDate" => Say("下一步日期", "Next step on"),
        "archivedAt" => Say("归档时间", "Archived"),
        "methodId" => Say("销售方法", "Sales method"),
        "methodVersion" => Version,
        "conversionWindowDays" => Say("转化统计天数", "Conversion window in days"),
        "kind" => Say("种类", "Kind"),
        "direction" => Say("方向", "Direction"),
        "subject" => Say("主题", "Subject"),
        "text" => Say("内容", "Text"),
        "result" => Result,
        "at" => Say("时间", "At"),
        "durationMinutes" => Say("时长（分钟）", "Minutes"),
        "recordKind" => RecordKindLabel,
        "recordId" => RecordLabel,
        "priority" => Say("优先级", "Priority"),
        "completion" => Say("完成方式", "Completion"),
        "dueAt" => Say("到期", "Due"),
        "endedAt" => FinishedAt,
        "endedBy" => Say("结束人", "Ended by"),
        "until" => Until,
        "contentType" => Say("文件类型", "Content type"),
        "length" => Say("字节数", "Bytes"),
        "reaction" => HandledBy,
        "eventId" => Event,
        "added" => Say("新增", "Added"),
        "retried" => Say("重试", "Tried again"),
        "retired" => Say("移除", "Gone"),
        "module" => Say("模块", "Module"),
        "isOff" => Say("已关闭", "Off"),
        "bank" => Say("开户行", "Bank"),
        "accountNumber" => Say("账号", "Account number"),
        "accountName" => Say("户名", "Account name"),
        "legalEntityId" => Say("法人主体", "Legal entity"),
        "firstMonth" => Say("首月", "First month"),
        "weeks" => Say("周的划分", "Weeks"),
        "pattern" => Say("月的划分", "Pattern"),
        "currencies" => Say("币种", "Currencies"),
        "days" => Say("天数", "Days"),
        _ => null
    };

    /// <summary>A value that is a word of the product; null for what a person wrote.</summary>
    public string? AuditValue(string field, string value) => (field, value) switch
    {
        ("state", "Active" or "Disabled") => MemberStateName(value),
        ("amountBasis", _) => AmountBasis(value),
        ("language", _) => LanguageName(value),
        ("status", "Open" or "Won" or "Lost" or "Abandoned" or "OnHold") => StatusName(value),
        (_, "true") => Yes,
        (_, "false") => No,
        _ => null
    };
}

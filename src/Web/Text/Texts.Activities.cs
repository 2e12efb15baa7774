namespace Crm.Web.Text;

/// <summary>Activities, tasks, the day and the inbox.</summary>
public sealed partial class Texts
{
    public string Undo => Say("撤销", "Undo");
    public string Undone => Say("已撤销", "Taken back");
    public string Archive => Say("归档", "Archive");

    public string MyDay => Say("我的一天", "My day");
    public string Tasks => Say("任务", "Tasks");
    public string Inbox => Say("通知", "Notifications");
    public string SectionMine => Say("工作台", "My work");

    public string ActivitiesAndTasks => Say("跟进记录", "Timeline");
    public string TimelineEmpty => Say("还没有跟进记录", "Nothing has been logged yet");
    public string TimelineEmptyHint => Say("打过电话、拜访过、发过邮件，记一笔；接下来要做的，建个任务。", "Log a call, a visit or a mail as it happens, and make a task of what comes next.");
    public string TimelineEmptyKind => Say("没有这一类记录", "Nothing of this kind");
    public string AllKinds => Say("全部", "All kinds");
    public string LogActivity => Say("记跟进", "Log activity");
    public string LogKeys => Say("按 L 记跟进，按 T 建任务；在表单里按 Ctrl Enter 保存", "L logs, T makes a task; Ctrl Enter saves from anywhere in the form");
    public string EditActivity => Say("编辑跟进记录", "Edit activity");
    public string Subject => Say("主题", "Subject");
    public string SubjectHint(string kind) => kind switch
    {
        "Call" => Say("例如：确认预算和决策时间", "Such as: confirmed budget and time of decision"),
        "Visit" => Say("例如：参观产线，见了生产总监", "Such as: toured the line, met the head of production"),
        "Mail" => Say("例如：发送技术方案", "Such as: sent the technical proposal"),
        "Meeting" => Say("例如：方案评审会", "Such as: review of the proposal"),
        "Demo" => Say("例如：演示视觉检测", "Such as: showed the vision inspection"),
        _ => Say("例如：客户换了采购负责人", "Such as: there is a new head of purchasing"),
    };
    public string Notes => Say("详情", "Details");
    public string WhatCameOfIt => Say("结果", "Result");
    public string OccurredAt => Say("发生时间", "When it took place");
    public string TimeOfDay => Say("时刻", "Time");
    public string DurationMinutes => Say("时长（分钟）", "Minutes");
    public string Minutes(int minutes) => Say($"{minutes} 分钟", $"{minutes} min");
    public string DirectionLabel => Say("发起方", "Begun by");
    public string DirectionName(string direction) => direction switch
    {
        "Inbound" => Say("客户找我们", "The customer"),
        "Outbound" => Say("我们找客户", "Us"),
        _ => Say("不分", "Does not matter"),
    };
    public string ContactsThere => Say("客户方参与人", "Contacts who took part");
    public string ColleaguesThere => Say("我方参与人", "Colleagues who took part");
    public string ThenDo => Say("接下来的任务", "Next step, as a task");
    public string ThenDoHint => Say("填了就同时建一个任务给你。", "Fill it in and you get it as a task.");
    public string LogSaved => Say("已记录", "Logged");
    public string ActivityArchived => Say("跟进记录已归档", "Activity archived");
    public string More => Say("更多", "More");
    public string With(string names) => Say($"参与：{names}", $"with {names}");

    public string ActivityKindName(string kind) => kind switch
    {
        "Call" => Say("电话", "Call"),
        "Visit" => Say("拜访", "Visit"),
        "Mail" => Say("邮件", "Mail"),
        "Meeting" => Say("会议", "Meeting"),
        "Demo" => Say("演示", "Demo"),
        "Note" => Say("备注", "Note"),
        "Task" => Say("任务", "Task"),
        _ => Unknown
    };

    public string NewTask => Say("新建任务", "New task");
    public string EditTask => Say("任务", "Task");
    public string TaskTitle => Say("任务", "What is to be done");
    public string Assignees => Say("执行人", "Who is to do it");
    public string AddAssignee => Say("加执行人", "Add somebody");
    public string Due => Say("截止", "Due");
    public string DueDate => Say("截止日期", "Due date");
    public string Priority => Say("优先级", "Priority");
    public string CompletionLabel => Say("完成条件", "Done when");
    public string CompletionName(string policy) => policy == "All" ? Say("所有人都完成", "Everybody has finished") : Say("任何一人完成", "One of them has finished");
    public string CompletionShort(string policy) => policy == "All" ? Say("全部完成", "all of them") : Say("一人完成即可", "any of them");
    public string PriorityName(string priority) => priority switch
    {
        "Low" => Say("低", "Low"),
        "Normal" => Say("普通", "Normal"),
        "High" => Say("高", "High"),
        "Urgent" => Say("紧急", "Urgent"),
        _ => Unknown
    };
    public string TaskStateName(string state) => state switch
    {
        "Open" => Say("待办", "To do"),
        "Done" => Say("已完成", "Done"),
        "Cancelled" => Say("已取消", "Cancelled"),
        _ => Unknown
    };
    public string LinkedTo => Say("关联记录", "About");
    public string FindRecord => Say("商机或客户的名称", "An opportunity or a customer");
    public string Finish(string title) => Say($"完成：{title}", $"Finish: {title}");
    public string FinishPart => Say("完成我的部分", "Finish my part");
    public string FinishTask => Say("完成", "Finish");
    public string TaskDone(string title) => Say($"已完成：{title}", $"Done: {title}");
    public string PartDone(string title) => Say($"你的部分已完成：{title}", $"Your part is done: {title}");
    public string TaskSaved => Say("任务已保存", "Task saved");
    public string TaskMade => Say("任务已建", "Task made");
    public string TaskArchived => Say("任务已归档", "Task archived");
    public string CancelTask => Say("取消任务", "Cancel the task");
    public string CancelTaskReason => Say("为什么不做了", "Why it is not to be done");
    public string ReopenTask => Say("重新打开", "Open again");
    public string DoneOn(string when) => Say($"{when} 完成", $"done {when}");
    public string StillToDo => Say("还没完成", "still to do");
    public string PartsDone(int done, int all) => Say($"{done} / {all} 已完成", $"{done} of {all} done");
    public string GivenBy(string name) => Say($"{name} 派的任务", $"from {name}");
    public string EndedBy(string name, string when) => Say($"{name} 于 {when} 结束", $"ended by {name}, {when}");

    public string OverdueTasks => Say("已逾期", "Overdue");
    public string TodayTasks => Say("今天", "Today");
    public string WeekTasks => Say("本周", "This week");
    public string LaterTasks => Say("以后", "Later");
    public string DayEmpty => Say("手头没有任务", "Nothing to do");
    public string DayEmptyHint => Say("建个任务给自己或同事，或者去看看商机的下一步。", "Make a task for yourself or a colleague, or look at the next steps of your opportunities.");
    public string NextStepsDue => Say("下一步已到期的商机", "Opportunities whose next step is due");
    public string NextStepsMissing => Say("还没有下一步的商机", "Opportunities without a next step");
    public string NextStepsDueNone => Say("没有到期的下一步", "No next step is due");
    public string NextStepsMissingNone => Say("每个商机都有下一步", "Every opportunity has a next step");
    public string AllMyTasks => Say("全部任务", "All tasks");

    public string TasksEmpty => Say("还没有任务", "No tasks yet");
    public string TasksEmptyHint => Say("任务可以派给一个人或几个人，可以挂在商机或客户上。", "A task can be given to one or several people, and be about an opportunity or a customer.");
    public string MineToDo => Say("我要做的", "Mine to do");
    public string MineGiven => Say("我派出的", "Given by me");
    public string EverybodysTasks => Say("我能看到的", "All I may see");
    public string DueFrom => Say("截止从", "Due from");
    public string DueTo => Say("截止到", "Due to");
    public string Assignee => Say("执行人", "Assignee");
    public string AnswersFor => Say("负责人", "Owner");
    public string BulkDone => Say("完成", "Finish");
    public string BulkReassign => Say("改派", "Reassign");
    public string BulkDue => Say("改期限", "Change due date");
    public string BulkApply(int count) => Say($"应用到 {count} 个任务", $"Apply to {Plural(count, "1 task", $"{count} tasks")}");
    public string BulkWorking(int count) => Say($"正在处理 {count} 个任务…", $"Working on {Plural(count, "1 task", $"{count} tasks")}…");
    public string BulkResult(long done, long refused) => refused == 0
        ? Say($"{done} 个任务已处理", $"{done} done")
        : Say($"{done} 个已处理，{refused} 个没有成功", $"{done} done, {refused} refused");
    public string BulkRefused => Say("没有成功的任务", "What was refused");

    public string BellLabel(int unread) => unread == 0 ? Inbox : Say($"通知，{unread} 条未读", $"Notifications, {unread} unread");
    public string InboxUnread => Say("未读", "Unread");
    public string InboxAll => Say("全部", "All");
    public string InboxEmpty => Say("没有通知", "No notifications");
    public string InboxEmptyHint => Say("有人派任务给你、完成你派的任务，会在这里告诉你。", "You hear of it here when somebody gives you a task or finishes one of yours.");
    public string InboxNoUnread => Say("没有未读通知", "Nothing unread");
    public string MarkAllRead => Say("全部标为已读", "Mark all as read");
    public string MarkRead => Say("标为已读", "Mark as read");
    public string IsUnread => Say("未读", "unread");
    public string SomebodyElse => Say("有人", "Somebody");
    public string RecordUnseen => Say("你看不到的记录", "a record you may not see");

    /// <summary>What a notice says, before the name of its record.</summary>
    public string Notice(string kind, string who) => kind switch
    {
        "task.assigned" => Say($"{who} 给你派了任务", $"{who} gave you a task"),
        "task.done" => Say($"{who} 完成了任务", $"{who} finished a task"),
        "task.cancelled" => Say($"{who} 取消了任务", $"{who} cancelled a task"),
        "task.reopened" => Say($"{who} 重新打开了任务", $"{who} opened a task again"),
        _ => Say("有新动态", "Something happened"),
    };

    public string RecordKindName(string kind) => kind switch
    {
        "Opportunity" => Say("商机", "Opportunity"),
        "Customer" => Customer,
        "Contact" => Say("联系人", "Contact"),
        "Task" => Say("任务", "Task"),
        _ => Say("记录", "Record"),
    };
}

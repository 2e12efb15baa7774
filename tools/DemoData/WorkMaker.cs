namespace Crm.DemoData;

/// <summary>What the people of the demo tenant did on their opportunities in the last half year, and what they have to do now.</summary>
sealed class WorkMaker(Random random, DateTime now)
{
    const int DaysBack = 180;

    static readonly string[] Presales = ["he.ming", "guo.yan"];

    /// <summary>What is done in the early, the middle and the late stages of a sale.</summary>
    static readonly (string Kind, string Zh, string En)[][] Doings =
    [
        [
            ("Call", "首次电话沟通，了解需求和预算", "First call: need and budget"), ("Visit", "上门拜访，参观现有产线", "Visited and toured the present line"),
            ("Mail", "发送公司介绍和同行案例", "Sent company profile and references"), ("Call", "约下周现场调研", "Agreed on a site survey next week"),
        ],
        [
            ("Meeting", "需求评审会，确认技术指标", "Requirements review: figures agreed"), ("Demo", "样机演示，客户带样件测试", "Demonstration with the customer's own parts"),
            ("Mail", "发送技术方案和初步报价", "Sent technical proposal and first price"), ("Visit", "拜访采购，了解招标安排", "Met purchasing about the tender"),
        ],
        [
            ("Meeting", "商务谈判，付款条件和交期", "Negotiated terms of payment and delivery"), ("Call", "跟进合同用印进度", "Asked how far the contract is"),
            ("Mail", "发送最终报价和合同草案", "Sent final price and draft contract"), ("Note", "对方法务要求修改验收条款", "Their legal asks to change acceptance"),
        ],
    ];

    static readonly (string Zh, string En)[] Results =
    [
        ("客户认可，进入下一步", "Well received, we go on"), ("还要等内部立项", "They still wait for budget approval"), ("对方要再比一家", "They compare one more supplier"),
        ("约好下周再谈", "We talk again next week"), ("技术问题已答复", "Technical questions answered"), ("采购提出降价 5%", "Purchasing asks for 5 % less"),
    ];

    static readonly (string Zh, string En)[] Steps =
    [
        ("电话确认预算审批结果", "Call about the budget approval"), ("约客户现场调研", "Arrange the site survey"), ("补充技术方案里的节拍测算", "Add cycle times to the proposal"),
        ("提交正式报价", "Hand in the formal quote"), ("约采购谈付款条件", "Meet purchasing about terms"), ("跟进合同用印", "Follow up the signing"), ("寄送检测报告和样件", "Send test report and samples"),
    ];

    readonly List<DemoActivity> _activities = [];
    readonly List<DemoTask> _tasks = [];

    public IReadOnlyList<DemoActivity> Activities => _activities;

    public IReadOnlyList<DemoTask> Tasks => _tasks;

    /// <summary>Makes the work on the opportunities; those that are open get the next step that their task says.</summary>
    public IReadOnlyList<DemoOpportunity> Make(IReadOnlyList<DemoOpportunity> opportunities)
    {
        var made = opportunities.Select(On).ToList();
        Among();
        return made;
    }

    DemoOpportunity On(DemoOpportunity deal)
    {
        var last = deal.Moments[^1];
        Past(deal);
        if (last.Status != "Open") return deal;
        if (random.NextDouble() < 0.25) return deal;
        var step = Pick(Steps);
        // Most are due soon, some have been left standing.
        var due = EndOfWork(now.AddDays(random.Next(-5, 15)));
        var title = Say(last.Owner, step);
        var made = WorkTime.AtOrAfter(due.AddDays(-random.Next(4, 10)));
        Add(new DemoTask
        {
            Key = "",
            OpportunityKey = deal.Key,
            CustomerKey = deal.CustomerKey,
            Title = title,
            Owner = last.Owner,
            Parts = [new DemoPart(last.Owner)],
            Priority = random.Next(6) == 0 ? "High" : "Normal",
            MadeAtUtc = Before(made, 30),
            DueAtUtc = due,
        });
        if (deal.Type is "NewProject" or "Tender" && random.NextDouble() < 0.25) WithPresales(deal, last.Owner);
        return deal with { NextStep = title, NextStepDate = WorkTime.DateOf(due) };
    }

    /// <summary>A task that the owner and a colleague of presales have to do together: one of them may be through.</summary>
    void WithPresales(DemoOpportunity deal, string owner)
    {
        var colleague = Pick(Presales);
        var made = Before(WorkTime.AtOrAfter(now.AddDays(-random.Next(1, 7))), 60);
        Add(new DemoTask
        {
            Key = "",
            OpportunityKey = deal.Key,
            CustomerKey = deal.CustomerKey,
            Title = Say(owner, ("准备技术交流：方案和样机", "Prepare the technical session: proposal and demo unit")),
            Owner = owner,
            Parts = [new DemoPart(owner), new DemoPart(colleague, random.Next(2) == 0 ? Before(made.AddHours(20), 5) : null)],
            ForAll = true,
            Priority = "High",
            MadeAtUtc = made,
            DueAtUtc = EndOfWork(now.AddDays(random.Next(1, 8))),
        });
    }

    void Past(DemoOpportunity deal)
    {
        var since = now.AddDays(-DaysBack);
        for (var i = 0; i < deal.Moments.Count; i++)
        {
            var moment = deal.Moments[i];
            if (moment.AtUtc < since || moment.IsClosed || random.NextDouble() < 0.25) continue;
            var until = i + 1 < deal.Moments.Count ? deal.Moments[i + 1].AtUtc : now;
            var at = WorkTime.AtOrAfter(moment.AtUtc + (until - moment.AtUtc) * (0.1 + random.NextDouble() * 0.8));
            if (at >= now.AddMinutes(-5)) continue;
            var doing = Pick(Doings[Phase(moment.Stage)]);
            var isShort = doing.Kind is "Call" or "Mail" or "Note";
            _activities.Add(new DemoActivity
            {
                Key = $"A{_activities.Count + 1:00000}",
                OpportunityKey = deal.Key,
                CustomerKey = deal.CustomerKey,
                Kind = doing.Kind,
                Direction = doing.Kind is "Call" or "Mail" ? random.Next(4) == 0 ? "Inbound" : "Outbound" : "None",
                Subject = Say(moment.Owner, (doing.Zh, doing.En)),
                Result = random.Next(3) > 0 ? Say(moment.Owner, Pick(Results)) : null,
                AtUtc = at,
                Minutes = doing.Kind switch { "Mail" or "Note" => null, "Call" => random.Next(1, 7) * 5, _ => random.Next(2, 9) * 15 },
                Owner = moment.Owner,
                Colleagues = isShort || random.Next(3) > 0 ? [] : [Pick(Presales)],
            });
        }
    }

    /// <summary>What people ask of each other beside single opportunities, so that every one who signs in finds something to do.</summary>
    void Among()
    {
        Ask("director", ["manager", "manager.south", "manager.key"], "提交本月销售预测 Submit this month's forecast", 2, "High", all: true, done: ["manager.south"]);
        Ask("manager", ["seller", "zhang.wei", "liu.yang", "sun.jing"], "更新已过期商机的预计成交日期 Bring passed close dates up to date", 1, "High", all: true, done: ["liu.yang"]);
        Ask("manager", ["seller", "zhang.wei"], "整理上季度丢单原因 Sum up last quarter's losses", 4, "Normal", all: false);
        Ask("finance", ["director"], "确认大客户付款账期 Confirm payment terms for key accounts", 3, "Normal", all: false);
        Ask("director", ["finance"], "核对本季度应收计划 Check this quarter's receivables", 1, "High", all: false);
        Ask("director", ["admin"], "为新同事开通账号和权限 Set up accounts for the new colleagues", -1, "Urgent", all: false);
        Ask("emma.wong", Presales, "更新竞品对比资料 Update the comparison with competitors", 6, "Low", all: false);
        Ask("seller", ["he.ming", "guo.yan"], "本周内支持一次现场测试 Support one site test this week", 3, "Normal", all: false, done: ["he.ming"]);
        Ask("admin", ["director", "manager", "manager.south", "manager.key"], "复核部门成员的数据权限 Review data scopes of your people", 9, "Low", all: true);
    }

    void Ask(string owner, IReadOnlyList<string> people, string title, int dueInDays, string priority, bool all, string[]? done = null)
    {
        var made = Before(WorkTime.AtOrAfter(now.AddDays(-3)), 45 + 7 * _tasks.Count % 200);
        Add(new DemoTask
        {
            Key = "",
            Title = title,
            Owner = owner,
            Parts = [.. people.Select(name => new DemoPart(name, done?.Contains(name) == true ? Before(made.AddHours(22), 10) : null))],
            ForAll = all,
            Priority = priority,
            MadeAtUtc = made,
            DueAtUtc = EndOfWork(now.AddDays(dueInDays)),
        });
    }

    void Add(DemoTask task) => _tasks.Add(task with { Key = $"T{_tasks.Count + 1:00000}" });

    /// <summary>The instant, or as many minutes ago when it has not come yet.</summary>
    DateTime Before(DateTime at, int minutes) => at < now ? at : now.AddMinutes(-minutes);

    static DateTime EndOfWork(DateTime day)
    {
        var at = WorkTime.AtOrAfter(day.Date.AddHours(2));
        return at.Date.AddHours(10);
    }

    static int Phase(string stage) => stage switch
    {
        "Qualify" or "Contact" => 0,
        "Discover" or "Propose" or "Offer" => 1,
        _ => 2,
    };

    static string Say(string userName, (string Zh, string En) words) => DemoPeople.SpeaksEnglish(userName) ? words.En : words.Zh;

    T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}

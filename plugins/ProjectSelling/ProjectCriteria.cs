using Crm.Methodology.Sdk;

namespace Crm.Methods.ProjectSelling;

static class ProjectCriteria
{
    public static readonly Criterion[] All =
    [
        By(FactCheck.NeedKnown, ProjectStages.Qualify, "need-written", "需求已写明", "The need is written down"),
        By(FactCheck.PrimaryContactKnown, ProjectStages.Qualify, "contact-named", "主要联系人已明确", "A primary contact is named"),
        Ask(ProjectStages.Qualify, "compelling-reason", "客户有必须现在做的理由", "The customer has a reason to act now",
            "问:如果今年不做,会怎么样?", "Ask what happens if nothing is done this year."),

        By(FactCheck.BudgetKnown, ProjectStages.Discover, "budget-known", "预算金额或来源已知", "The budget or where it comes from is known"),
        By(FactCheck.TimelineKnown, ProjectStages.Discover, "timetable-known", "项目时间表已知", "The timetable of the project is known"),
        By(FactCheck.CompetitionKnown, ProjectStages.Discover, "competition-known", "竞争对手已查明", "The competition is known"),
        Ask(ProjectStages.Discover, "decision-mapped", "决策流程和决策人已画清", "Who decides, and how, is mapped",
            "谁提议、谁审核、谁批准、谁能否决?", "Who proposes, who checks, who approves, who can say no?"),

        By(FactCheck.AmountKnown, ProjectStages.Propose, "amount-known", "金额已估出", "The amount is estimated"),
        Ask(ProjectStages.Propose, "proposal-accepted", "客户认可技术方案", "The customer accepts the technical solution",
            "以客户书面确认、评分或试用结论为准。", "Go by a written confirmation, a score sheet or the result of a trial."),

        By(FactCheck.CloseDateAhead, ProjectStages.Negotiate, "close-date-real", "签约日期有效", "The close date lies ahead"),
        Ask(ProjectStages.Negotiate, "terms-agreed", "价格、付款、交期已谈定", "Price, payment and delivery are agreed",
            "写成纪要并由双方确认。", "Put it in minutes that both sides confirm."),

        Ask(ProjectStages.Sign, "contract-approved", "双方合同审批已通过", "Both sides have approved the contract",
            "我方合同审批单号、客户盖章进度都要知道。", "Know our approval number and how far the customer's seal has come."),
    ];

    static Criterion By(FactCheck check, string stage, string key, string zh, string en) =>
        new() { Key = key, Stage = stage, Name = LocalizedText.Of(zh, en), Required = true, Check = check };

    static Criterion Ask(string stage, string key, string zh, string en, string howZh, string howEn) =>
        new() { Key = key, Stage = stage, Name = LocalizedText.Of(zh, en), Required = true, Guidance = LocalizedText.Of(howZh, howEn) };
}

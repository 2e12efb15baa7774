using Crm.Methodology.Sdk;

namespace Crm.Methods.ProjectSelling;

static class ProjectTasks
{
    public static readonly TaskTemplate[] All =
    [
        new()
        {
            Key = "first-visit",
            Stage = ProjectStages.Qualify,
            Name = LocalizedText.Of("首次拜访并记录需求", "Visit for the first time and record the need"),
            Kind = TaskKind.Required,
            DueInDays = 5,
            Evidence = TaskEvidence.Activity,
        },
        new()
        {
            Key = "check-duplicate",
            Stage = ProjectStages.Qualify,
            Name = LocalizedText.Of("核对是否撞单、客户资料是否完整", "Check for a colleague's deal and complete the customer's data"),
            DueInDays = 3,
        },
        new()
        {
            Key = "qualify-decision",
            Stage = ProjectStages.Qualify,
            Name = LocalizedText.Of("与主管评审:是否投入", "Decide with the manager whether to go for it"),
            Kind = TaskKind.Milestone,
            DueInDays = 14,
            Guidance = LocalizedText.Of("对照预算、决策人、需求、时间四点,缺两点以上先培育。", "Go by budget, authority, need and time; where two are missing, nurture first."),
        },
        new()
        {
            Key = "needs-interviews",
            Stage = ProjectStages.Discover,
            Name = LocalizedText.Of("访谈使用部门和技术部门", "Interview users and engineers"),
            Kind = TaskKind.Required,
            DueInDays = 10,
            Evidence = TaskEvidence.Activity,
        },
        new()
        {
            Key = "decision-map",
            Stage = ProjectStages.Discover,
            Name = LocalizedText.Of("画出决策链", "Draw the decision map"),
            Kind = TaskKind.Required,
            DueInDays = 15,
        },
        new()
        {
            Key = "reference-material",
            Stage = ProjectStages.Discover,
            Name = LocalizedText.Of("提供同行业案例", "Supply references from the same industry"),
            DueInDays = 10,
            AutoImport = false,
            Department = "Marketing",
        },
        new()
        {
            Key = "needs-confirmed",
            Stage = ProjectStages.Discover,
            Name = LocalizedText.Of("客户确认需求说明书", "The customer confirms the statement of needs"),
            Kind = TaskKind.Milestone,
            DueInDays = 30,
            Evidence = TaskEvidence.File,
        },
        new()
        {
            Key = "write-proposal",
            Stage = ProjectStages.Propose,
            Name = LocalizedText.Of("编写方案与初步报价", "Write the proposal and a first price"),
            Kind = TaskKind.Required,
            DueInDays = 10,
            Assignee = AssigneeRule.Role,
            AssigneeRole = ProjectRoles.Presales,
            Evidence = TaskEvidence.File,
            Department = "Technical",
        },
        new()
        {
            Key = "demonstration",
            Stage = ProjectStages.Propose,
            Name = LocalizedText.Of("演示或试用", "Demonstrate or run a trial"),
            DueInDays = 20,
            Assignee = AssigneeRule.Role,
            AssigneeRole = ProjectRoles.Presales,
            AutoImport = false,
            Evidence = TaskEvidence.Activity,
            Department = "Technical",
        },
        new()
        {
            Key = "competitor-comparison",
            Stage = ProjectStages.Propose,
            Name = LocalizedText.Of("对照客户标准比较我方与对手", "Compare us with competitors by the customer's criteria"),
            DueInDays = 15,
        },
        new()
        {
            Key = "proposal-presented",
            Stage = ProjectStages.Propose,
            Name = LocalizedText.Of("向决策者讲解方案", "Present the proposal to the decision maker"),
            Kind = TaskKind.Milestone,
            DueInDays = 30,
            Evidence = TaskEvidence.Activity,
        },
        new()
        {
            Key = "negotiation-plan",
            Stage = ProjectStages.Negotiate,
            Name = LocalizedText.Of("制定谈判底线和交换条件", "Set our limits and what we can trade"),
            Kind = TaskKind.Required,
            DueInDays = 3,
            Guidance = LocalizedText.Of("与主管、财务一起定。", "Settle it with the manager and finance."),
        },
        new()
        {
            Key = "credit-check",
            Stage = ProjectStages.Negotiate,
            Name = LocalizedText.Of("核查客户信用与付款条件", "Check the customer's credit and the terms of payment"),
            Kind = TaskKind.Required,
            DueInDays = 7,
            Department = "Finance",
        },
        new()
        {
            Key = "executive-meeting",
            Stage = ProjectStages.Negotiate,
            Name = LocalizedText.Of("安排双方高层会面", "Arrange a meeting of both managements"),
            DueInDays = 14,
            Assignee = AssigneeRule.Manager,
            AutoImport = false,
            Department = "Management",
        },
        new()
        {
            Key = "terms-minutes",
            Stage = ProjectStages.Negotiate,
            Name = LocalizedText.Of("双方确认商务条款纪要", "Both sides confirm the minutes of terms"),
            Kind = TaskKind.Milestone,
            DueInDays = 21,
            Evidence = TaskEvidence.File,
        },
        new()
        {
            Key = "contract-draft",
            Stage = ProjectStages.Sign,
            Name = LocalizedText.Of("起草合同并送审", "Draft the contract and hand it in for approval"),
            Kind = TaskKind.Required,
            DueInDays = 5,
            Evidence = TaskEvidence.File,
        },
        new()
        {
            Key = "handover",
            Stage = ProjectStages.Sign,
            Name = LocalizedText.Of("与交付部门交接", "Hand over to delivery"),
            DueInDays = 10,
        },
        new()
        {
            Key = "contract-signed",
            Stage = ProjectStages.Sign,
            Name = LocalizedText.Of("合同双方签字盖章", "The contract is signed and sealed by both sides"),
            Kind = TaskKind.Milestone,
            DueInDays = 14,
            Evidence = TaskEvidence.File,
        },
    ];
}

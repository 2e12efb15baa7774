using Crm.Methodology.Sdk;

namespace Crm.Methods.ProjectSelling;

static class ProjectStages
{
    public const string Qualify = "Qualify";
    public const string Discover = "Discover";
    public const string Propose = "Propose";
    public const string Negotiate = "Negotiate";
    public const string Sign = "Sign";
    public const string Won = "Won";
    public const string Lost = "Lost";

    public static readonly string[] Open = [Qualify, Discover, Propose, Negotiate, Sign];

    public static readonly StageDefinition[] All =
    [
        new()
        {
            Key = Qualify,
            Name = LocalizedText.Of("商机确认", "Qualify"),
            Order = 1,
            Class = StageClass.Open,
            Band = Band.Top,
            DefaultProbability = 0.10m,
            ForecastCategory = ForecastCategory.Pipeline,
            ExpectedDays = 14,
            PartnerDepartments = ["Marketing"],
            Guidance = LocalizedText.Of(
                "确认客户真有项目:要解决什么问题、有没有预算、由谁推动、什么时候要用。没有真实需求的,尽早退出,把时间留给别的客户。",
                "Make sure that there is a project: which problem, whether money is set aside, who drives it, when it is needed. Leave early where the need is not real; the time belongs to other customers."),
        },
        new()
        {
            Key = Discover,
            Name = LocalizedText.Of("需求分析", "Discover"),
            Order = 2,
            Class = StageClass.Open,
            Band = Band.Upper,
            DefaultProbability = 0.25m,
            ForecastCategory = ForecastCategory.Pipeline,
            ExpectedDays = 30,
            PartnerDepartments = ["Marketing"],
            Guidance = LocalizedText.Of(
                "走访使用部门和技术部门,把需求写下来并请客户确认;画出决策链,弄清每个人关心什么;争取进入候选名单,让客户的标准里有我们的长处。",
                "Visit users and engineers, write the need down and have the customer confirm it; draw who decides and what each of them cares about; get on the list of candidates and see that the criteria name what we do well."),
        },
        new()
        {
            Key = Propose,
            Name = LocalizedText.Of("方案", "Propose"),
            Order = 3,
            Class = StageClass.Open,
            Band = Band.Middle,
            DefaultProbability = 0.50m,
            ForecastCategory = ForecastCategory.BestCase,
            ExpectedDays = 30,
            PartnerDepartments = ["Technical"],
            Guidance = LocalizedText.Of(
                "与售前一起提交针对性的方案和初步报价,当面讲解、演示或试用;逐条对照客户的标准,找出与对手的差距并补上。",
                "With presales, hand in a proposal made for this customer and a first price; present it in person, demonstrate or let them try it; go through the customer's criteria one by one and close the gaps to competitors."),
        },
        new()
        {
            Key = Negotiate,
            Name = LocalizedText.Of("商务谈判", "Negotiate"),
            Order = 4,
            Class = StageClass.Open,
            Band = Band.Lower,
            DefaultProbability = 0.75m,
            ForecastCategory = ForecastCategory.MostLikely,
            ExpectedDays = 21,
            PartnerDepartments = ["Finance", "Management"],
            Guidance = LocalizedText.Of(
                "客户已倾向我们。先定好底线和可以交换的条件再谈价格、付款、交期和服务;让步要换回东西,并写成纪要。",
                "The customer leans towards us. Settle our limits and what we can trade before talking about price, payment, delivery and service; give nothing without getting something, and write down what was agreed."),
        },
        new()
        {
            Key = Sign,
            Name = LocalizedText.Of("签约", "Sign"),
            Order = 5,
            Class = StageClass.Open,
            Band = Band.Lower,
            DefaultProbability = 0.90m,
            ForecastCategory = ForecastCategory.Commit,
            ExpectedDays = 14,
            PartnerDepartments = ["Finance", "Management"],
            Guidance = LocalizedText.Of(
                "条件已经谈定,只剩手续。盯住双方的审批、盖章和首付款,安排交付交接;拖得越久,变数越多。",
                "Terms are agreed and paperwork is left. Follow approvals, seals and the down payment on both sides and prepare the handover; the longer it takes, the more can change."),
        },
        new()
        {
            Key = Won,
            Name = LocalizedText.Of("赢单", "Won"),
            Order = 6,
            Class = StageClass.Won,
            DefaultProbability = 1m,
            ForecastCategory = ForecastCategory.Closed,
            Guidance = LocalizedText.Of("交接给交付团队,感谢支持者,记下为什么赢。", "Hand over to delivery, thank those who helped, write down why it was won."),
        },
        new()
        {
            Key = Lost,
            Name = LocalizedText.Of("输单", "Lost"),
            Order = 7,
            Class = StageClass.Lost,
            DefaultProbability = 0m,
            ForecastCategory = ForecastCategory.Omitted,
            Guidance = LocalizedText.Of("弄清真正的原因和赢家,约定再次联系的时间。", "Find out the true reason and who won, and agree when to talk again."),
        },
    ];
}

using Crm.Methodology.Sdk;

namespace Crm.Methods.RelationshipSelling;

/// <summary>
/// Short-cycle selling to customers who buy again and again: contact, offer, order. A contact may go straight to an order.
/// </summary>
public sealed class RelationshipSellingMethod : ISalesMethod
{
    const string Contact = "Contact";
    const string Offer = "Offer";
    const string Order = "Order";
    const string Won = "Won";
    const string Lost = "Lost";

    static readonly MethodDefinition Definition = new()
    {
        Id = "relationship-selling",
        Version = "1.0.0",
        Name = LocalizedText.Of("客户关系型销售", "Relationship selling"),
        Description = LocalizedText.Of(
            "周期短、重复购买的老客户:联系、报价、下单,也可由一次联系直接下单。",
            "For short sales to customers who buy again: contact, offer, order; one contact may lead straight to an order."),
        Stages = Stages(),
        Transitions =
        [
            Move(Contact, Offer), Move(Contact, Order), Move(Contact, Won), Move(Contact, Lost),
            Move(Offer, Contact), Move(Offer, Order), Move(Offer, Won), Move(Offer, Lost),
            Move(Order, Contact), Move(Order, Offer), Move(Order, Won), Move(Order, Lost),
        ],
        Tasks = Tasks(),
        Criteria =
        [
            new()
            {
                Key = "need-written",
                Stage = Contact,
                Name = LocalizedText.Of("本次所需产品和数量已问清", "Products and quantities wanted this time are known"),
                Check = FactCheck.NeedKnown,
            },
            new()
            {
                Key = "amount-known",
                Stage = Offer,
                Name = LocalizedText.Of("报价金额已定", "The amount of the offer is set"),
                Required = true,
                Check = FactCheck.AmountKnown,
            },
            new()
            {
                Key = "delivery-agreed",
                Stage = Order,
                Name = LocalizedText.Of("交期和付款方式已确认", "Delivery date and payment are agreed"),
                Required = true,
            },
        ],
        Roles =
        [
            new() { Key = "Buyer", Name = LocalizedText.Of("采购", "Buyer"), Side = RoleSide.Customer, NeededIn = [Contact, Offer, Order] },
        ],
    };

    /// <inheritdoc />
    public MethodDefinition Describe() => Definition;

    /// <inheritdoc />
    public Assessment Assess(AssessmentInput input) => StandardAssessment.Of(Definition, input);

    static StageDefinition[] Stages() =>
    [
        new()
        {
            Key = Contact,
            Name = LocalizedText.Of("联系", "Contact"),
            Order = 1,
            Class = StageClass.Open,
            Band = Band.Upper,
            DefaultProbability = 0.30m,
            ForecastCategory = ForecastCategory.Pipeline,
            ExpectedDays = 7,
            PartnerDepartments = ["Marketing"],
            Guidance = LocalizedText.Of(
                "按客户的采购节奏主动联系:上次买了什么、用得怎样、库存还有多少、下次什么时候要。",
                "Call by the customer's rhythm: what they bought last, how it does, how much is left, when they need more."),
        },
        new()
        {
            Key = Offer,
            Name = LocalizedText.Of("报价", "Offer"),
            Order = 2,
            Class = StageClass.Open,
            Band = Band.Middle,
            DefaultProbability = 0.60m,
            ForecastCategory = ForecastCategory.BestCase,
            ExpectedDays = 5,
            PartnerDepartments = ["Technical"],
            Guidance = LocalizedText.Of(
                "当天报价,参照上次成交价;价格有变要说明原因,并推荐相关产品。",
                "Quote the same day, starting from the last price paid; explain any change and suggest what goes with it."),
        },
        new()
        {
            Key = Order,
            Name = LocalizedText.Of("下单", "Order"),
            Order = 3,
            Class = StageClass.Open,
            Band = Band.Lower,
            DefaultProbability = 0.90m,
            ForecastCategory = ForecastCategory.Commit,
            ExpectedDays = 3,
            PartnerDepartments = ["Finance", "Management"],
            Guidance = LocalizedText.Of(
                "收到订单或口头确认后,核对数量、交期和付款方式,当天录入。",
                "With the order or a word given, check quantity, delivery and payment and enter it the same day."),
        },
        new()
        {
            Key = Won,
            Name = LocalizedText.Of("成交", "Won"),
            Order = 4,
            Class = StageClass.Won,
            DefaultProbability = 1m,
            ForecastCategory = ForecastCategory.Closed,
        },
        new()
        {
            Key = Lost,
            Name = LocalizedText.Of("未成交", "Lost"),
            Order = 5,
            Class = StageClass.Lost,
            DefaultProbability = 0m,
            ForecastCategory = ForecastCategory.Omitted,
        },
    ];

    static TaskTemplate[] Tasks() =>
    [
        new()
        {
            Key = "call-customer",
            Stage = Contact,
            Name = LocalizedText.Of("电话或上门联系客户", "Call or visit the customer"),
            Kind = TaskKind.Required,
            DueInDays = 3,
            Evidence = TaskEvidence.Activity,
        },
        new()
        {
            Key = "review-last-order",
            Stage = Contact,
            Name = LocalizedText.Of("查看上次订单和使用反馈", "Look at the last order and how it went"),
            DueInDays = 2,
        },
        new()
        {
            Key = "send-offer",
            Stage = Offer,
            Name = LocalizedText.Of("发出报价", "Send the offer"),
            Kind = TaskKind.Milestone,
            DueInDays = 1,
            Evidence = TaskEvidence.File,
        },
        new()
        {
            Key = "follow-up",
            Stage = Offer,
            Name = LocalizedText.Of("跟进客户答复", "Ask for the answer"),
            DueInDays = 4,
            Evidence = TaskEvidence.Activity,
        },
        new()
        {
            Key = "confirm-order",
            Stage = Order,
            Name = LocalizedText.Of("确认订单内容", "Confirm what is ordered"),
            Kind = TaskKind.Milestone,
            DueInDays = 2,
            Evidence = TaskEvidence.File,
        },
    ];

    static TransitionDefinition Move(string from, string to) => new() { From = from, To = to };
}

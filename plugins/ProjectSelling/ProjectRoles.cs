using Crm.Methodology.Sdk;

namespace Crm.Methods.ProjectSelling;

static class ProjectRoles
{
    public const string DecisionMaker = "DecisionMaker";
    public const string TechnicalBuyer = "TechnicalBuyer";
    public const string UserBuyer = "UserBuyer";
    public const string Champion = "Champion";
    public const string Procurement = "Procurement";
    public const string Presales = "Presales";
    public const string Sponsor = "Sponsor";

    public static readonly MethodRole[] All =
    [
        Customer(DecisionMaker, "决策者", "Decision maker", ProjectStages.Propose, ProjectStages.Negotiate, ProjectStages.Sign),
        Customer(TechnicalBuyer, "技术把关者", "Technical buyer", ProjectStages.Discover, ProjectStages.Propose),
        Customer(UserBuyer, "使用者", "User", ProjectStages.Discover),
        Customer(Champion, "内线教练", "Champion", ProjectStages.Propose, ProjectStages.Negotiate),
        Customer(Procurement, "采购", "Procurement", ProjectStages.Negotiate, ProjectStages.Sign),
        Own(Presales, "售前顾问", "Presales", ProjectStages.Discover, ProjectStages.Propose),
        Own(Sponsor, "我方高层", "Our sponsor", ProjectStages.Negotiate),
    ];

    static MethodRole Customer(string key, string zh, string en, params string[] neededIn) =>
        new() { Key = key, Name = LocalizedText.Of(zh, en), Side = RoleSide.Customer, NeededIn = neededIn };

    static MethodRole Own(string key, string zh, string en, params string[] neededIn) =>
        new() { Key = key, Name = LocalizedText.Of(zh, en), Side = RoleSide.Own, NeededIn = neededIn };
}

namespace Crm.DemoData;

/// <summary>The company's people: five that the start names, fifteen more.</summary>
static class DemoPeople
{
    public const string East = "华东销售部 East China";
    public const string South = "华南销售部 South China";
    public const string KeyAccounts = "大客户部 Key Accounts";

    static readonly string[] English = ["manager.key", "david.clark", "admin", "emma.wong"];

    public static bool SpeaksEnglish(string userName) => English.Contains(userName);

    public static IReadOnlyList<DemoMember> Members(DateTime start)
    {
        return
        [
            One("director", "陈建国 Chen Jianguo", [], "zh-CN", -900, false, "sales-manager", "planning"),
            One("manager", "林晓梅 Lin Xiaomei", [East], "zh-CN", -700, true, "sales-manager"),
            One("seller", "王磊 Wang Lei", [East], "zh-CN", -500, false, "salesperson"),
            One("finance", "周敏 Zhou Min", [], "zh-CN", -800, false, "finance"),
            One("admin", "郑凯 Kevin Zheng", [], "en", -900, false, "administrator"),
            One("manager.south", "黄志强 Huang Zhiqiang", [South], "zh-CN", -650, true, "sales-manager"),
            One("manager.key", "Sarah Miller", [KeyAccounts], "en", -600, true, "sales-manager"),
            One("zhang.wei", "张伟 Zhang Wei", [East], "zh-CN", -480, false, "salesperson"),
            One("liu.yang", "刘洋 Liu Yang", [East], "zh-CN", -300, false, "salesperson"),
            One("sun.jing", "孙静 Sun Jing", [East], "zh-CN", -20, false, "salesperson"),
            One("li.na", "李娜 Li Na", [South], "zh-CN", -420, false, "salesperson"),
            One("zhao.peng", "赵鹏 Zhao Peng", [South], "zh-CN", -350, false, "salesperson"),
            One("wu.fang", "吴芳 Wu Fang", [South], "zh-CN", -10, false, "salesperson"),
            One("david.clark", "David Clark", [KeyAccounts], "en", -400, false, "salesperson"),
            One("xu.ting", "徐婷 Xu Ting", [KeyAccounts], "zh-CN", -380, false, "salesperson"),
            One("ma.chao", "马超 Ma Chao", [KeyAccounts], "zh-CN", -200, false, "salesperson"),
            One("he.ming", "何明 He Ming", [], "zh-CN", -450, false, "presales"),
            One("guo.yan", "郭燕 Guo Yan", [], "zh-CN", -150, false, "presales"),
            One("emma.wong", "Emma Wong", [], "en", -330, false, "sales-operations"),
            One("tang.li", "唐丽 Tang Li", [], "zh-CN", -270, false, "marketing"),
        ];

        DemoMember One(string userName, string displayName, string[] path, string language, int joinedDays, bool leads, params string[] roles) => new()
        {
            UserName = userName,
            DisplayName = displayName,
            Email = $"{userName}@huachen.example",
            DepartmentPath = path,
            LeadsDepartment = leads,
            Roles = roles,
            Language = language,
            JoinedAtUtc = start.AddDays(joinedDays).AddHours(1),
        };
    }
}

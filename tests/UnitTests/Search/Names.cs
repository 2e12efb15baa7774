namespace Crm.UnitTests.Search;

/// <summary>Names as companies and people have them, made from numbers that a property test chooses.</summary>
static class Names
{
    static readonly string[] Places = ["", "深圳市", "重庆", "长沙", "厦门", "上海", "北京", "杭州", "六安", "新疆"];
    static readonly string[] Words = ["华为", "银行", "科技", "长安", "乐天", "单氏", "曾记", "解放", "银杏", "女娲", "绿地", "重工", "石油", "广厦", "瑞兴", "德盛", "公司治理", "股份"];
    static readonly string[] Trades = ["技术", "贸易", "精密仪器", "信息", "医疗器械", "", "Cloud", "3D打印"];
    static readonly string[] Ends = ["有限公司", "股份有限公司", "集团", "", "有限责任公司", "（中国）有限公司", "集团股份有限公司", "分公司"];
    static readonly string[] Western = ["Acme Corp", "Zürich Re", "O'Reilly Media", "AT&T", "GTX Pro", "Microsoft", "Müller & Söhne", "International Business Machines"];

    public static string Of(int seed)
    {
        var choice = new Random(seed);
        if (choice.Next(5) == 0) return Pick(Western, choice) + (choice.Next(2) == 0 ? "" : " " + choice.Next(1000));
        var name = Pick(Places, choice) + Pick(Words, choice) + (choice.Next(3) == 0 ? Pick(Words, choice) : "") + Pick(Trades, choice) + Pick(Ends, choice);
        return name.Length == 0 ? "华为" : name;
    }

    static string Pick(string[] from, Random choice) => from[choice.Next(from.Length)];
}

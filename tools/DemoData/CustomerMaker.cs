namespace Crm.DemoData;

/// <summary>Makes customers: most of them Chinese companies, some abroad, each owned by a seller of its region.</summary>
sealed class CustomerMaker(Random random, DateTime start, DateTime now)
{
    static readonly (string Zh, string Latin)[] Brands =
    [
        ("华远", "huayuan"), ("鼎盛", "dingsheng"), ("瑞丰", "ruifeng"), ("中科", "zhongke"), ("宏达", "hongda"), ("天成", "tiancheng"),
        ("金诺", "jinnuo"), ("博创", "bochuang"), ("恒信", "hengxin"), ("远景", "yuanjing"), ("卓越", "zhuoyue"), ("联创", "lianchuang"),
        ("新锐", "xinrui"), ("同辉", "tonghui"), ("嘉禾", "jiahe"), ("凯泰", "kaitai"), ("安捷", "anjie"), ("盛邦", "shengbang"),
        ("力源", "liyuan"), ("启明", "qiming"), ("东晟", "dongsheng"), ("海纳", "haina"), ("正泽", "zhengze"), ("明锐", "mingrui"),
        ("德润", "derun"), ("三合", "sanhe"), ("光华", "guanghua"), ("立诚", "licheng"), ("顺达", "shunda"), ("泰岳", "taiyue"),
    ];

    static readonly (string City, string Code, string Team)[] Cities =
    [
        ("上海", "310115", "East"), ("苏州", "320594", "East"), ("杭州", "330108", "East"), ("宁波", "330212", "East"), ("南京", "320115", "East"),
        ("无锡", "320214", "East"), ("深圳", "440305", "South"), ("广州", "440112", "South"), ("东莞", "441900", "South"), ("佛山", "440605", "South"),
        ("厦门", "350206", "South"), ("北京", "110108", "Key"), ("重庆", "500112", "Key"), ("武汉", "420115", "Key"), ("成都", "510107", "Key"),
    ];

    static readonly (string Zh, string Industry)[] Trades =
    [
        ("精密机械", "machinery"), ("汽车零部件", "automotive"), ("电子科技", "electronics"), ("新能源", "new-energy"), ("医疗器械", "medical-devices"), ("半导体", "semiconductors"),
        ("食品", "food"), ("家电", "appliances"), ("航空装备", "aerospace"), ("新材料", "chemicals"),
    ];

    static readonly string[] Forms = ["有限公司", "股份有限公司", "集团有限公司"];
    static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "朱", "马", "胡", "林", "郭", "何", "高", "罗"];
    static readonly string[] Given = ["志远", "晓峰", "丽华", "建军", "雪梅", "海涛", "文静", "国栋", "雅琴", "俊杰", "思源", "明辉", "春燕", "立新", "佳怡", "永康"];
    static readonly string[] Titles = ["采购经理", "生产总监", "设备部部长", "工艺工程师", "总经理", "质量经理", "项目经理", "财务总监"];
    static readonly string[] ForeignBrands = ["Nordwerk", "Calder", "Meridian", "Takumi", "Alpenland", "Riverside", "Kestrel", "Brightwater", "Orion", "Sakura", "Iberia", "Hansen"];
    static readonly (string Trade, string Industry)[] ForeignTrades = [("Automotive", "automotive"), ("Precision", "machinery"), ("Medical", "medical-devices"), ("Electronics", "electronics"), ("Aerospace", "aerospace")];
    static readonly (string Form, string Country)[] ForeignForms = [("GmbH", "Germany"), ("Inc.", "United States"), ("K.K.", "Japan"), ("Pte. Ltd.", "Singapore"), ("Ltd.", "United Kingdom")];
    static readonly (string First, string Last)[] ForeignPeople = [("Anna", "Schmidt"), ("James", "Carter"), ("Yuki", "Tanaka"), ("Laura", "Rossi"), ("Peter", "Hansen"), ("Grace", "Tan"), ("Tom", "Baker")];

    readonly HashSet<string> _names = new(StringComparer.Ordinal);
    readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    public IReadOnlyList<DemoCustomer> Make(int count, IReadOnlyList<SellerHabits> sellers) =>
        [.. Enumerable.Range(1, count).Select(no => no % 8 == 0 ? Abroad(no) : AtHome(no, sellers))];

    DemoCustomer AtHome(int no, IReadOnlyList<SellerHabits> sellers)
    {
        while (true)
        {
            var brand = Pick(Brands);
            var city = Pick(Cities);
            var trade = Pick(Trades);
            var name = $"{city.City}{brand.Zh}{trade.Zh}{Pick(Forms)}";
            if (!_names.Add(name)) continue;
            var code = CreditCode.Of(city.Code, NewOrganisation());
            if (!_codes.Add(code)) continue;
            var team = city.Team switch
            {
                "East" => sellers.Take(4),
                "South" => sellers.Skip(4).Take(3),
                _ => sellers.Skip(7),
            };
            return Finish(no, name, $"{city.City}{brand.Zh}", code, trade.Industry, city.City,
                $"{city.City}市工业园区{random.Next(1, 60)}路{random.Next(1, 900)}号", Pick([.. team]).UserName, brand.Latin, ChinesePerson);
        }
    }

    DemoCustomer Abroad(int no)
    {
        while (true)
        {
            var brand = Pick(ForeignBrands);
            var trade = Pick(ForeignTrades);
            var form = Pick(ForeignForms);
            var name = $"{brand} {trade.Trade} {form.Form}";
            if (!_names.Add(name)) continue;
            return Finish(no, name, $"{brand} {trade.Trade}", null, trade.Industry, form.Country, $"{random.Next(1, 300)} Harbour Road, {form.Country}",
                Pick(["david.clark", "david.clark", "xu.ting", "ma.chao"]), brand.ToLowerInvariant(), ForeignPerson);
        }
    }

    DemoCustomer Finish(
        int no, string name, string shortName, string? code, string industry, string region, string address, string owner, string domain, Func<string> person)
    {
        var size = Math.Exp(random.NextDouble() * 4.2 + 3.4);
        // Three in four were customers before the history begins; the others were won on the way.
        var known = random.Next(4) > 0
            ? start.AddDays(-random.Next(30, 900))
            : start.AddDays(random.Next(1, Math.Max(2, (int)(now - start).TotalDays - 20)));
        var contacts = Enumerable.Range(0, random.Next(1, 4)).Select(i => new DemoContact(
            person(), code is null ? Pick(["Purchasing Manager", "Plant Manager", "Chief Engineer"]) : Pick(Titles),
            code is null ? $"+1 555 01{random.Next(100):00} {random.Next(1000):000}" : $"199{no:0000}{i}{random.Next(1000):000}",
            $"contact{i + 1}.{no}@{domain}.example", i == 0)).ToList();
        return new DemoCustomer
        {
            Key = $"C{no:0000}",
            Name = name,
            ShortName = shortName,
            UnifiedSocialCreditCode = code,
            Industry = industry,
            Region = region,
            Address = address,
            Employees = (int)size,
            RevenueMillions = Math.Round((decimal)(size * (0.4 + random.NextDouble())), 1),
            FoundedYear = random.Next(1978, 2019),
            Owner = owner,
            KnownAtUtc = WorkTime.AtOrAfter(known.AddHours(1).AddMinutes(random.Next(500))),
            Contacts = contacts,
        };
    }

    string NewOrganisation() => "MA" + string.Concat(Enumerable.Range(0, 6).Select(_ => "0123456789ABCDEFGHJKLMNPQRTUWXY"[random.Next(31)]));

    string ChinesePerson() => Pick(Surnames) + Pick(Given);

    string ForeignPerson() => Pick(ForeignPeople) is var (first, last) ? $"{first} {last}" : "";

    T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}

using System.Globalization;

namespace Crm.Bench.Data;

/// <summary>Names as a company's list of customers has them: seven in ten Chinese, the rest Western. The n-th is always the same.</summary>
internal static class NameMaker
{
    static readonly string[] Places =
    [
        "上海", "北京", "深圳市", "广州", "杭州", "苏州", "重庆", "成都", "武汉", "南京", "天津", "宁波", "青岛", "长沙", "厦门", "西安", "无锡", "佛山", "东莞市", "合肥",
        "江苏", "浙江", "山东", "广东", "四川", "湖北", "福建", "河南", "安徽", "湖南",
    ];

    // Letters that names of firms are made of.
    const string Letters =
        "华瑞德恒信泰安盛鼎远创新嘉宏博源通达利丰康润和美天海中金东方正大众联合科卓越腾飞龙凤翔云星辰光明阳宇宙佳祥福禄寿喜聚宝鑫森林木水火土山川河江湖溪泉石玉珠翠兰梅竹菊松柏桂荣华贵雅致尚品优精诚实义仁礼智勇毅刚强健力威武文思哲睿慧敏捷速迅亿万兆京都城乡里程途旅航舟船帆锦绣彩虹紫青蓝绿白玄墨赤朱丹橙黄银铜铁钢晶硅磁电能源热冷暖春夏秋冬晨晓暮夜月日年世纪元亨贞吉庆欢乐悦怡静宁平顺畅开启始终恒久永长";

    static readonly string[] Trades =
    [
        "科技", "信息技术", "电子", "贸易", "精密机械", "医疗器械", "生物", "新能源", "网络科技", "建设工程", "物流", "自动化设备", "环保", "食品", "服饰", "软件", "半导体", "化工", "装饰", "文化传媒",
    ];

    static readonly string[] Ends = ["有限公司", "有限公司", "有限公司", "有限公司", "股份有限公司", "集团有限公司", "有限责任公司"];

    static readonly string[] Syllables =
    [
        "ar", "bel", "cor", "dan", "el", "fin", "gar", "hol", "in", "jan", "kel", "lor", "mar", "nor", "ol", "pen", "quin", "ros", "sel", "tor", "ul", "ver", "wes", "xan", "yor", "zen", "bri", "cla", "dre",
        "fro", "gle", "kri", "pla", "sti", "tra", "vi", "ton", "son", "man", "ford", "berg", "ley", "ner", "tec", "dyne", "lux", "max", "nex", "cron", "plex",
    ];

    static readonly string[] WesternTrades =
        ["Systems", "Industries", "Technologies", "Logistics", "Energy", "Medical", "Foods", "Software", "Partners", "Electric", "Materials", "Robotics", "Capital", "Marine", "Optics"];

    static readonly string[] WesternEnds = ["Ltd.", "Inc.", "GmbH", "Corp.", "Co., Ltd.", "LLC", "AG", "S.A."];

    public static bool IsWestern(int n) => Mixed(n, 1) % 10 >= 7;

    public static string Of(int n)
    {
        if (IsWestern(n))
            return $"{Word(n, 2)} {(Mixed(n, 4) % 3 == 0 ? Word(n, 5) + " " : "")}{Pick(WesternTrades, n, 6)} {Pick(WesternEnds, n, 7)}";
        return Pick(Places, n, 2) + Core(n) + Pick(Trades, n, 3) + Pick(Ends, n, 4);
    }

    /// <summary>What is the firm's own in its Chinese name: two to four letters.</summary>
    public static string Core(int n)
    {
        var length = 2 + (int)(Mixed(n, 8) % 3);
        return string.Create(length, n, static (span, of) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = Letters[(int)(Mixed(of, 20 + i) % (ulong)Letters.Length)];
        });
    }

    /// <summary>The first word of a Western name.</summary>
    public static string Word(int n, int salt)
    {
        var word = string.Concat(Enumerable.Range(0, 2 + (int)(Mixed(n, salt) % 3)).Select(i => Pick(Syllables, n, salt * 10 + i)));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    public static string Code(int n) => string.Create(CultureInfo.InvariantCulture, $"C{(long)n * 7_919 % 100_000_007:D9}");

    static string Pick(string[] from, int n, int salt) => from[(int)(Mixed(n, salt) % (ulong)from.Length)];

    // SplitMix64: spread, and the same everywhere.
    static ulong Mixed(int n, int salt)
    {
        var z = ((ulong)n * 0x9E3779B97F4A7C15UL) + ((ulong)salt * 0xD1B54A32D192ED03UL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}

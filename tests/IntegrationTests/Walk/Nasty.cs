using System.Text;
using System.Text.Json.Nodes;

namespace Crm.IntegrationTests.Walk;

/// <summary>Values that break programs.</summary>
static class Nasty
{
    public static readonly string[] Texts =
    [
        "", " ", "\t", "\n", "\0", "a\0b", "null", "undefined", "NaN", "Infinity", "-Infinity", "1e999", "true", "0x10", "١٢٣", "１２３", "½",
        "\u202Egnirts\u202C", "مرحبا", "\u200B\u200B", "a\u200Db", "\uFEFFx", "👩‍👩‍👧‍👦", "e\u0301", "İ", "ﬃ", "ß", "\u0001\u001f\u007f", "\u0085", "\u2028\u2029", "\uFFFD", "\uFFFF", "𝔘𝔫𝔦",
        "'; DROP TABLE opp_opportunity; --", "\" OR 1=1 --", "%", "_", "%%__[a-z]", "\\", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "../../etc/passwd",
        "C:\\con\\prn", "=1+1", "@SUM(A1)", "华为技术有限公司", new('x', 61), new('x', 201), new('x', 401), new('字', 501), new('x', 1_001), new('x', 4_001), new('x', 20_000), "🙂",
    ];

    /// <summary>JSON that no text of .NET can be written as: halves of surrogate pairs.</summary>
    public static readonly string[] HalfPairs = ["\\ud800", "\\udfff", "a\\ud83dz", "\\udc00\\ud800"];

    public static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1", "0.00001", "0.123456789012345", "-0.01", "99999999999.99", "100000000000", "100000000000.01", "1e11", "1000000000000000", "-1000000000000000", "1e15", "1e28", "1e29",
        "79228162514264337593543950335", "79228162514264337593543950336", "1e308", "1e400", "-1e400", "1e-400", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
        "0.1e1", "123456789.123456789", "4.9e-324",
    ];

    public static readonly string[] Dates =
    [
        "0001-01-01", "9999-12-31", "1989-12-31", "2200-01-01", "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "26-01-01", "01/02/2026", "2026-01-01T00:00:00",
        "2026-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-14:00", "2026-01-01T25:00:00Z", "2026-01-01T00:00:00+99:00",
        "-2026-01-01", "12026-01-01", "2026-W01-1", "yesterday", "1764000000", "2026-01-01Z", "٢٠٢٦-٠١-٠١",
    ];

    public static readonly string[] Currencies = ["XXX", "ZZZ", "cny", "CN", "CNYY", "¥", "", "元", "CN Y", "BTC"];

    public static readonly string[] Ids =
    [
        "not-an-id", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{0193a5b0-7c4e-7d10-9a3f-5b1c2d3e4f50}", "0193a5b07c4e7d109a3f5b1c2d3e4f50",
        "0193A5B0-7C4E-7D10-9A3F-5B1C2D3E4F50", "0193a5b0-7c4e-7d10-9a3f-5b1c2d3e4f5", "0193a5b0-7c4e-7d10-9a3f-5b1c2d3e4f50 ", "1", "-1", "null", "", " ", "\0", "%00", "..", "*", "a/b", "字", "'", new('0', 3_000),
    ];

    public static readonly string[] Cursors =
    [
        "", "x", "MQ", "0", "-1", "99999999999999999999", "eyJ9", Cursor("{}"), Cursor("null"), Cursor("[]"), Cursor("{\"Sort\":\"name\"}"), Cursor("{\"Sort\":null,\"Key\":null,\"Id\":null}"),
        Cursor("{\"Sort\":\"name\",\"Key\":\"\\u0000\",\"Id\":\"00000000-0000-0000-0000-000000000000\"}"), Cursor("{\"Sort\":\"-updatedAt\",\"Key\":\"9999-12-31T23:59:59.9999999Z\",\"Id\":\"ffffffff-ffff-ffff-ffff-ffffffffffff\"}"),
        Cursor("{\"Sort\":\"-updatedAt\",\"Key\":\"0001-01-01T00:00:00+14:00\",\"Id\":\"ffffffff-ffff-ffff-ffff-ffffffffffff\"}"), Cursor("{\"Sort\":\"-createdAt\",\"Key\":\"x\",\"Id\":\"x\"}"), Cursor("{\"Sort\":\"name\",\"Key\":\"\\ud800\",\"Id\":\"00000000-0000-0000-0000-000000000000\"}"),
        Cursor("{\"Sort\":\"amount\",\"Key\":\"9223372036854775807\",\"Id\":\"00000000-0000-0000-0000-000000000000\"}"), Cursor($"{{\"Sort\":\"{new string('x', 900)}\"}}"), new('A', 3_000), "====", "%%%", "字",
    ];

    public static readonly string[] Limits = ["0", "-1", "201", "2147483648", "1.5", "1e2", " 5", "5 ", "+5", "０", "abc", "", "null"];

    public static readonly string[] Versions = ["", "1", "\"1\"", "W/\"1\"", "\"\"", "\"-1\"", "\"2147483648\"", "\"1\", \"2\"", "*", "**", "\"x\"", "x", "\"1", "W/", "\"999999\"", "\"0\"", "\"01\""];

    public static readonly string[] Keys = ["", " ", "k", new('k', 200), new('k', 201), "k k", "k\tk", "k\"k'", "k,k", "\u007f"];

    public static readonly string[] Sorts = ["", "-", "--name", "name,amount", "name desc", "-nothing", "Name", "name;drop", "__proto__", "id", "0", "name&sort=amount", "字"];

    /// <summary>Any JSON value, the odd ones first.</summary>
    public static JsonNode? Value(Random random)
    {
        return random.Next(10) switch
        {
            0 => null,
            1 => JsonNode.Parse(Numbers[random.Next(Numbers.Length)]),
            2 => random.Next(2) == 0,
            3 => new JsonArray(),
            4 => new JsonArray([.. Enumerable.Range(0, random.Next(1, 300)).Select(_ => (JsonNode?)JsonValue.Create(Texts[random.Next(Texts.Length)]))]),
            5 => new JsonObject(),
            6 => new JsonObject { ["amount"] = JsonNode.Parse(Numbers[random.Next(Numbers.Length)]), ["currency"] = Currencies[random.Next(Currencies.Length)] },
            7 => Dates[random.Next(Dates.Length)],
            8 => Ids[random.Next(Ids.Length)],
            _ => Texts[random.Next(Texts.Length)],
        };
    }

    /// <summary>A value of about the right kind, which goes further than any.</summary>
    public static JsonNode? Value(Random random, ApiSchema schema) => schema switch
    {
        { IsId: true } => random.Next(3) == 0 ? Guid.NewGuid().ToString() : Ids[random.Next(Ids.Length)],
        { Format: "date" or "date-time" } => Dates[random.Next(Dates.Length)],
        { Pattern: "^[A-Z]{3}$" } => Currencies[random.Next(Currencies.Length)],
        { Type: "number" or "integer" } => JsonNode.Parse(Numbers[random.Next(Numbers.Length)]),
        { Type: "array", Items: { } items } => new JsonArray([.. Enumerable.Range(0, random.Next(4) switch { 0 => 0, 1 => 1, 2 => 201, _ => 1_000 }).Select(_ => Value(random, items))]),
        { Type: "string" } => Texts[random.Next(Texts.Length)],
        _ => Value(random),
    };

    /// <summary>A whole body that is no good as such.</summary>
    public static byte[] Body(Random random, byte[] good) => random.Next(18) switch
    {
        0 => [],
        1 => "null"u8.ToArray(),
        2 => "[]"u8.ToArray(),
        3 => "\"text\""u8.ToArray(),
        4 => "{"u8.ToArray(),
        5 => good[..random.Next(good.Length)],
        6 => [.. good, .. "}"u8],
        7 => [0xEF, 0xBB, 0xBF, .. good],
        8 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(good)),
        9 => [0xFF, 0xFE, 0x00, 0xC3, 0x28],
        10 => Encoding.UTF8.GetBytes($"{{\"name\":{Nested('[', ']', 1_000)}}}"),
        11 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 1_000)) + "1" + new string('}', 1_000)),
        12 => Encoding.UTF8.GetBytes($"{{\"name\":\"{new string('x', 2 * 1024 * 1024)}\"}}"),
        13 => "{\"name\":\"a\",\"name\":\"b\"}"u8.ToArray(),
        14 => Encoding.UTF8.GetBytes($"{{\"name\":\"{HalfPairs[random.Next(HalfPairs.Length)]}\"}}"),
        15 => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(good).Replace(":", ":/*c*/", StringComparison.Ordinal)),
        16 => "{\"name\":NaN,\"x\":Infinity,}"u8.ToArray(),
        _ => Flipped(random, good),
    };

    static byte[] Flipped(Random random, byte[] good)
    {
        var bytes = good.ToArray();
        for (var i = 0; i < 3 && bytes.Length > 0; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    static string Nested(char open, char close, int depth) => new string(open, depth) + new string(close, depth);

    static string Cursor(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

namespace Crm.DemoData;

/// <summary>
/// A believable company that sells by process: an equipment maker with three sales departments and two years of history. The same seed
/// and the same instant give the same tenant, to the last digit.
/// </summary>
public sealed record DemoTenant
{
    public const string Slug = "demo";
    public const string Password = "Demo-2026!";
    public const string BaseCurrency = "CNY";
    public const string TimeZone = "Asia/Shanghai";
    public const string Language = "zh-CN";
    public const decimal UsdRate = 7.1m;

    /// <summary>The members that the start prints.</summary>
    public static IReadOnlyList<string> SignIns { get; } = ["director", "manager", "seller", "finance", "admin"];

    public static string DisplayName => "华辰智能装备 Huachen Equipment";

    public required IReadOnlyList<DemoMember> Members { get; init; }

    public required IReadOnlyList<DemoProduct> Products { get; init; }

    public required IReadOnlyList<DemoCustomer> Customers { get; init; }

    public required IReadOnlyList<DemoOpportunity> Opportunities { get; init; }

    public required IReadOnlyList<DemoActivity> Activities { get; init; }

    public required IReadOnlyList<DemoTask> Tasks { get; init; }

    /// <param name="seed">Any number; the demo start uses one of its own.</param>
    /// <param name="nowUtc">The present: nothing happens after it, and the history begins two years before it.</param>
    public static DemoTenant Generate(int seed, DateTime nowUtc)
    {
        var random = new Random(seed);
        var start = nowUtc.Date.AddYears(-2);
        var members = DemoPeople.Members(start);
        var products = DemoCatalogue.Products;
        var sellers = SellerHabits.All;
        var customers = new CustomerMaker(random, start, nowUtc).Make(400, sellers);
        var opportunities = new PipelineMaker(random, start, nowUtc, customers, products).Make(sellers);
        var work = new WorkMaker(random, nowUtc);
        return new DemoTenant
        {
            Members = members,
            Products = products,
            Customers = customers,
            Opportunities = work.Make(opportunities),
            Activities = work.Activities,
            Tasks = work.Tasks,
        };
    }
}

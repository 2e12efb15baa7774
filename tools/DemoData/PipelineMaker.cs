namespace Crm.DemoData;

/// <summary>Two years of opportunities, seller by seller and month by month, in the rhythm of a Chinese sales year.</summary>
sealed class PipelineMaker(
    Random random, DateTime start, DateTime now, IReadOnlyList<DemoCustomer> customers, IReadOnlyList<DemoProduct> products)
{
    // New business by month: little around the Spring Festival, most after it and before the year's end.
    static readonly double[] Season = [0.8, 0.5, 1.25, 1.1, 1.0, 1.1, 0.85, 0.9, 1.2, 0.85, 1.2, 1.25];

    static readonly string[] ProjectNeeds =
        ["新建产线,要求年底前投产", "提升检测效率,替换人工目检", "老线改造,降低不良率", "扩产项目,两期实施", "数字化车间,打通设备数据", "New plant, first line by year end", "Replace manual inspection"];

    static readonly string[] RepeatNeeds = ["年度维保续签", "备件补货", "增购同型号设备", "新员工操作培训", "Annual service renewal", "Spare parts restock"];

    int _number;

    public IReadOnlyList<DemoOpportunity> Make(IReadOnlyList<SellerHabits> sellers)
    {
        var made = new List<DemoOpportunity>();
        foreach (var seller in sellers)
        {
            var own = customers.Where(customer => customer.Owner == seller.UserName).ToList();
            for (var month = start; month < now; month = month.AddMonths(1))
            {
                // The company grows: almost two thirds more new business at the end than at the beginning.
                var growth = 1.1 + 0.7 * (month - start).TotalDays / (now - start).TotalDays;
                for (var i = Count(seller.ProjectsPerMonth * Season[month.Month - 1] * growth); i > 0; i--) Add(made, seller, own, month, true);
                for (var i = Count(seller.RepeatsPerMonth * Season[month.Month - 1] * growth); i > 0; i--) Add(made, seller, own, month, false);
            }
        }
        return [.. made.OrderBy(opportunity => opportunity.Moments[0].AtUtc).ThenBy(opportunity => opportunity.Key, StringComparer.Ordinal)];
    }

    void Add(List<DemoOpportunity> made, SellerHabits seller, List<DemoCustomer> own, DateTime month, bool isProject)
    {
        var opened = WorkTime.AtOrAfter(month.AddDays(random.Next(28)).AddHours(1).AddMinutes(random.Next(540)).AddSeconds(random.Next(60)));
        var known = own.Where(customer => customer.KnownAtUtc < opened).ToList();
        if (opened >= now || known.Count == 0) return;
        var customer = known[random.Next(known.Count)];
        var basket = Basket(isProject);
        var currency = customer.IsAbroad ? "USD" : "CNY";
        var rate = customer.IsAbroad ? DemoTenant.UsdRate : 1m;
        var list = basket.Sum(item => item.Product.ListPrice * item.Quantity) / rate;
        var final = RoundTo(list * (decimal)(0.82 + random.NextDouble() * 0.18), isProject ? 100m : 10m);
        var process = isProject ? DealProcess.Project : DealProcess.Relationship;
        var moments = new DealMaker(random, seller, process, now).Make(opened, final);
        var need = isProject ? Pick(ProjectNeeds) : Pick(RepeatNeeds);
        made.Add(new DemoOpportunity
        {
            Key = $"D{++_number:00000}",
            Name = $"{customer.ShortName} {basket[0].Product.Name.Split(' ')[0]}{(isProject ? "项目" : "")}",
            CustomerKey = customer.Key,
            Type = isProject ? random.Next(4) == 0 ? "Tender" : "NewProject" : Pick(["Repeat", "Repeat", "Renewal", "Expansion"]),
            Currency = currency,
            Need = need,
            Lines = Split(moments[^1].Amount, basket),
            Moments = moments,
        });
    }

    List<(DemoProduct Product, decimal Quantity)> Basket(bool isProject)
    {
        var choice = products.Where(product => product.Line == DemoCatalogue.Parts != isProject).ToList();
        return [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(choice)).Distinct()
            .Select(product => (product, (decimal)(isProject ? random.Next(1, 4) : product.ListPrice < 5_000m ? random.Next(5, 60) : random.Next(1, 6))))];
    }

    /// <summary>Lines by their share at list price, in cents, the rest on the first: they add up to the amount exactly.</summary>
    static List<DemoLine> Split(decimal amount, List<(DemoProduct Product, decimal Quantity)> basket)
    {
        var total = basket.Sum(item => item.Product.ListPrice * item.Quantity);
        var lines = basket.Select(item => new DemoLine(item.Product.Code, item.Quantity,
            Math.Floor(amount * item.Product.ListPrice * item.Quantity / total * 100m) / 100m)).ToList();
        lines[0] = lines[0] with { Amount = lines[0].Amount + amount - lines.Sum(line => line.Amount) };
        return lines;
    }

    int Count(double mean)
    {
        // Knuth's way to a Poisson number: the means are small.
        var limit = Math.Exp(-mean);
        var count = -1;
        for (var product = 1.0; product > limit; product *= random.NextDouble()) count++;
        return count;
    }

    internal static decimal RoundTo(decimal amount, decimal step) => Math.Max(step, Math.Round(amount / step, MidpointRounding.AwayFromZero) * step);

    T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}

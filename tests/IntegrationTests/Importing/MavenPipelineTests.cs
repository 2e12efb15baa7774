using Crm.IntegrationTests.Fixtures;
using Crm.IntegrationTests.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Contracts.Opportunities;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Crm.IntegrationTests.Importing;

/// <summary>The real pipeline with its dirt, as docs/importing.md tells a person to import it.</summary>
public sealed class MavenPipelineTests(Hosts hosts)
{
    const string NoAccount = "Account not named in the file";
    const decimal UsdInCny = 7.1m;

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-52")]
    public async Task The_real_pipeline_comes_in_with_every_change_stated_and_the_funnel_equals_a_recount_to_the_cent(Engine engine)
    {
        var data = Need.SharedData("maven_crm");
        var tenant = await hosts.NewTenant(engine);
        var ops = tenant.Admin;

        await Twice(ops, "members", data, "sales_teams.csv", Members, rows: 35);
        var products = await Twice(ops, "products", data, "products.csv", Products, rows: 7);
        Assert.Equal(0, products.ChangedBy("same-letters-and-digits"));
        var customers = await Twice(ops, "customers", data, "accounts.csv", Customers, rows: 85);

        // `technolgy` is mended by the rule for one letter, `Philipines` by the request's own value map; each on its row.
        var mended = await ops.Warnings(customers);
        Assert.Equal(12, mended.Count(w => w == ("industry", "one-letter-off", "technolgy", "technology")));
        Assert.Single(mended, w => w == ("region", "value-map", "Philipines", "Philippines"));
        Assert.Equal(13, mended.Count);

        // First as strict as can be: a row without an account is refused by itself.
        var strict = await Twice(ops, "opportunities", data, "sales_pipeline.csv", Opportunities("refuse"), rows: 8800, refused: 1425);
        Assert.Equal(1425, strict.RefusedBy("import/customer-missing"));
        Assert.Equal(1480, (await ops.Warnings(strict)).Count(w => w == ("product", "same-letters-and-digits", "GTXPro", "GTX Pro")));
        Assert.All(await ops.Reasons(strict), reason => Assert.Equal(("customer", "import/customer-missing"), (reason.Field, reason.Code)));

        // Then the person decides where they belong: only these rows are new.
        var lenient = await ops.Imported("opportunities", File(data, "sales_pipeline.csv"), Opportunities("placeholder")(false));
        Print(lenient, "opportunities, the rest on a placeholder");
        Assert.Equal((1425, 0, 7375, 0), lenient.Counts());
        Assert.Equal(1425, (await ops.Warnings(lenient)).Count(w => w == ("customer", "placeholder-customer", "", NoAccount)));

        var funnel = (await ops.Funnel()).Ok();
        await Recount.Equals(tenant, funnel);
        await Recount.HistoryIsWhole(tenant);
        var pipeline = Told(data);
        Assert.Equal((pipeline.Open.Count, pipeline.Open.Sum()), ((int)funnel["total"]!["count"]!, (decimal)funnel["total"]!["amount"]!));
        Assert.Equal(500, funnel.Stage("Qualify")!.Figures().Count);
        Assert.Equal(1589, funnel.Stage("Discover")!.Figures().Count);

        await using var db = tenant.Read();
        var ct = TestContext.Current.CancellationToken;
        Assert.Equal(pipeline.Won, await db.Set<Opportunity>().Where(row => row.Status == OpportunityStatus.Won).SumAsync(row => row.AmountE4, ct) / 10_000m);
        Assert.Equal(4238, await db.Set<Opportunity>().CountAsync(row => row.Status == OpportunityStatus.Won, ct));
        Assert.Equal(2473, await db.Set<Opportunity>().CountAsync(row => row.Status == OpportunityStatus.Lost, ct));
        Assert.Equal(8800, await db.Set<Opportunity>().Select(row => row.ExternalId).Distinct().CountAsync(ct));
    }

    /// <summary>Tried first, which changes nothing and says the same as the import then does; sent again, it changes nothing.</summary>
    static async Task<Answer> Twice(Session ops, string resource, string data, string name, Func<bool, object> options, int rows, int refused = 0)
    {
        var file = File(data, name);
        var rehearsed = await ops.Imported(resource, file, options(true));
        var done = await ops.Imported(resource, file, options(false));
        Print(done, $"{resource} of {name}");
        Assert.Equal((rows - refused, 0, 0, refused), done.Counts());
        Assert.Equal(done.Counts(), rehearsed.Counts());
        Assert.Equal(done["summary"]!["changedBy"]!.ToJsonString(), rehearsed["summary"]!["changedBy"]!.ToJsonString());
        Assert.Equal((rows, rows), (done.Done(), (long)done["total"]!));
        Assert.Equal((0, 0, rows - refused, refused), (await ops.Imported(resource, file, options(false))).Counts());
        return done;
    }

    static Func<bool, object> Members => dryRun => new
    {
        externalSource = "maven",
        dryRun,
        mapping = new { columns = Map(("externalId", "sales_agent"), ("displayName", "sales_agent"), ("manager", "manager"), ("department", "regional_office")) },
        policies = Map(("onManager", "team"), ("onMissingUserName", "fromName")),
    };

    static Func<bool, object> Products => dryRun => new
    {
        externalSource = "maven",
        dryRun,
        mapping = new
        {
            columns = Map(("externalId", "product"), ("code", "product"), ("name", "product"), ("line", "series"), ("listPrice", "sales_price")),
            constants = Map(("currency", "USD")),
        },
    };

    static Func<bool, object> Customers => dryRun => new
    {
        externalSource = "maven",
        dryRun,
        mapping = new
        {
            columns = Map(
                ("externalId", "account"), ("name", "account"), ("industry", "sector"), ("foundedYear", "year_established"), ("revenueMillions", "revenue"),
                ("employees", "employees"), ("region", "office_location"), ("parentName", "subsidiary_of")),
            values = new Dictionary<string, object> { ["region"] = Map(("Philipines", "Philippines")) },
        },
        policies = Map(("industrySpelling", "mend")),
    };

    static Func<bool, object> Opportunities(string onMissingCustomer) => dryRun => new
    {
        externalSource = "maven",
        dryRun,
        mapping = new
        {
            columns = Map(
                ("externalId", "opportunity_id"), ("owner", "sales_agent"), ("product", "product"), ("customer", "account"), ("stage", "deal_stage"),
                ("openedOn", "engage_date"), ("closeDate", "close_date"), ("amount", "close_value")),
            templates = Map(("name", "{product} {opportunity_id}")),
            constants = Map(("type", "NewProject"), ("currency", "USD"), ("closedFromStage", "Negotiate"), ("closeReason", "Not said in the file")),
            values = new Dictionary<string, object> { ["stage"] = Map(("Prospecting", "Qualify"), ("Engaging", "Discover")) },
        },
        policies = Map(("onMissingCustomer", onMissingCustomer), ("placeholderCustomer", NoAccount), ("onMissingAmount", "listPrice")),
    };

    static Dictionary<string, string> Map(params (string Field, string Said)[] pairs) => pairs.ToDictionary(pair => pair.Field, pair => pair.Said);

    static byte[] File(string data, string name) => System.IO.File.ReadAllBytes(Path.Combine(data, name));

    /// <summary>What the files say, read without the product: the open deals at list price in CNY, and what was won in USD.</summary>
    static (List<decimal> Open, decimal Won) Told(string data)
    {
        var prices = System.IO.File.ReadLines(Path.Combine(data, "products.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => cells[0].Replace(" ", "", StringComparison.Ordinal), cells => decimal.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture));
        var deals = System.IO.File.ReadLines(Path.Combine(data, "sales_pipeline.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        return (
            [.. deals.Where(cells => cells[4] is "Prospecting" or "Engaging").Select(cells => Math.Round(prices[cells[2].Replace(" ", "", StringComparison.Ordinal)] * UsdInCny, 2))],
            deals.Where(cells => cells[4] == "Won").Sum(cells => decimal.Parse(cells[7], System.Globalization.CultureInfo.InvariantCulture)));
    }

    static void Print(Answer job, string what)
    {
        var (created, updated, unchanged, refused) = job.Counts();
        var took = (DateTime)job["finishedAt"]! - (DateTime)job["startedAt"]!;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{what}: {created} created, {updated} updated, {unchanged} unchanged, {refused} refused in {took.TotalSeconds:0.0} s; "
            + $"refused by {job["summary"]!["refusedBy"]!.ToJsonString()}, changed by {job["summary"]!["changedBy"]!.ToJsonString()}");
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.IntegrationTests.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Crm.IntegrationTests.Importing;

public sealed class RepeatedImportTests(Hosts hosts)
{
    const int Deals = 8_000;

    /// <summary>Short, so that on a server engine the job of a dead host is taken up soon.</summary>
    static readonly TestHostOptions ShortLease = new() { Settings = new Dictionary<string, string> { ["Jobs:Lease"] = "00:00:06" } };

    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory, MemberData(nameof(Engines))]
    public async Task An_import_whose_host_is_killed_goes_on_by_itself_and_ends_as_if_nothing_had_happened(Engine engine)
    {
        if (engine == Engine.PostgreSql) await PostgresServer.Admin();
        await using var storage = await TestDatabase.Create(engine);
        string[] slugs;
        Guid[] ids;
        await using (var host = await TestHost.Start(engine, ShortLease with { Database = storage }))
        {
            var tenants = new[] { await host.NewTenant(), await host.NewTenant() };
            slugs = [.. tenants.Select(tenant => tenant.Slug)];
            ids = [.. tenants.Select(tenant => tenant.Id)];
            foreach (var tenant in tenants)
            {
                await tenant.NewMember("importer", [BuiltInRoles.SalesOperations], []);
                (await tenant.Admin.Post("/api/v1/customers", new { name = "Acme" })).Ok();
            }
        }

        Answer job;
        await using (var host = await HostProcess.Start(storage, ShortLease))
        {
            using var ops = await SignIn(host, slugs[0]);
            job = (await ops.Import("opportunities", File(Deals), Options)).Ok();
            job = await Eventually.Get(async () => (await ops.Job(job.Id)).Ok(), seen => seen.Done() > 0, "some rows are done");
            Assert.InRange(job.Done(), 1, Deals - 1);
            await host.Kill();
        }

        await using (var host = await HostProcess.Start(storage, ShortLease))
        {
            using var ops = await SignIn(host, slugs[0]);
            job = await ops.Ended(job);
            Assert.True((string?)job["status"] == "Completed", $"{job["status"]} {job["errorCode"]}: {job["errorDetail"]}\n{host.Output}");
            Assert.Equal(("Completed", Deals), ((string?)job["status"], job.Done()));
            Assert.Equal((Deals, 0, 0, 0), job.Counts());
            Assert.Equal(Enumerable.Range(1, Deals).Select(no => (long)no), (await ops.Rows(job)).Select(row => (long)row["row"]!));

            using var undisturbed = await SignIn(host, slugs[1]);
            Assert.Equal((Deals, 0, 0, 0), (await undisturbed.Imported("opportunities", File(Deals), Options)).Counts());
            Assert.Equal((0, 0, Deals, 0), (await ops.Imported("opportunities", File(Deals), Options)).Counts());
        }

        await using (var host = await TestHost.Start(engine, ShortLease with { Database = storage }))
        {
            var rows = await Task.WhenAll(ids.Select(id => Rows(host, id)));
            Assert.Equal(Deals, rows[0].Count);
            Assert.Equal(rows[1], rows[0]);
            await Recount.HistoryIsWhole(host.Database, ids[0]);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_same_rows_change_nothing_whoever_sends_them_and_a_changed_one_is_told(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var ops = tenant.Admin;
        (await ops.Post("/api/v1/customers", new { name = "Acme" })).Ok();
        var today = DateTime.UtcNow.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var deals = $"id,name,customer,stage,amount,opened\n1,One,Acme,Qualify,100,{today}\n2,Two,Acme,Won,200,2026-01-05\n";
        var options = DealOptions("opened");
        Assert.Equal((2, 0, 0, 0), (await ops.Imported("opportunities", deals, options)).Counts());

        var colleague = await tenant.As([BuiltInRoles.SalesOperations], []);
        Assert.Equal((0, 0, 2, 0), (await colleague.Imported("opportunities", deals.Replace(",100,", ",100.00,", StringComparison.Ordinal), options)).Counts());
        var changed = await ops.Imported("opportunities", deals.Replace(",100,", ",150,", StringComparison.Ordinal), options);
        Assert.Equal((0, 0, 1, 1), changed.Counts());
        Assert.Equal([(2L, "externalId", "opportunities/already-taken-in")], await ops.Reasons(changed));
        Assert.Equal(100, (decimal)(await ops.Funnel()).Ok()["total"]!["amount"]!);

        // A customer takes new values; what the file does not say stays, its owner too.
        Assert.Equal((1, 0, 0, 0), (await ops.Imported("customers", "id,name,sector\n7,Seven,retail\n")).Counts());
        Assert.Equal((0, 1, 0, 0), (await colleague.Imported("customers", "id,name,region\n7,Seven,East\n")).Counts());
        Assert.Equal((0, 0, 1, 0), (await ops.Imported("customers", "id,name,region\n7,Seven,East\n")).Counts());
        var seven = (await ops.All("/api/v1/customers")).Single(customer => (string?)customer["name"] == "Seven");
        Assert.Equal(("retail", "East", ops.MemberId), ((string?)seven["industry"], (string?)seven["region"], (Guid)seven["ownerId"]!));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_subsidiary_is_linked_to_its_parent_wherever_the_parent_stands_and_none_to_itself(Engine engine)
    {
        var ops = (await hosts.NewTenant(engine)).Admin;
        var filler = string.Concat(Enumerable.Range(0, 600).Select(no => $"f{no},Filler {no},\n"));
        var job = await ops.Imported("customers", $"id,name,parent\n1,Child,The Group\n2,Loop A,Loop B\n3,Loop B,Loop A\n4,Self,Self\n{filler}5,\"The group\",\n6,Orphan,Nobody yet\n");
        Assert.Equal((606, 0, 0, 0), job.Counts());
        Assert.Equal((1, 0, 0, 0), (await ops.Imported("customers", "id,name\n9,Nobody yet\n")).Counts());

        var customers = (await ops.All("/api/v1/customers")).ToDictionary(customer => (string)customer["name"]!);
        Assert.Equal((string?)customers["The group"]["id"], (string?)customers["Child"]["parentId"]);
        Assert.Equal((string?)customers["Nobody yet"]["id"], (string?)customers["Orphan"]["parentId"]);
        Assert.Null(customers["Self"]["parentId"]);
        Assert.Single(new[] { "Loop A", "Loop B" }, name => customers[name]["parentId"] is not null);
        Assert.Equal((0, 0, 1, 0), (await ops.Imported("customers", "id,name,parent\n1,Child,The Group\n")).Counts());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_key_that_stands_twice_in_a_file_is_taken_once_and_the_second_is_refused(Engine engine)
    {
        var ops = (await hosts.NewTenant(engine)).Admin;
        var file = "id,name\n1,One\n" + string.Concat(Enumerable.Range(2, 800).Select(no => $"{no},N{no}\n")) + "1,One again\n";
        var job = await ops.Imported("customers", file);
        Assert.Equal((801, 0, 0, 1), job.Counts());
        Assert.Equal([(803L, "externalId", "import/key-repeated")], await ops.Reasons(job));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Two_imports_of_one_file_at_the_same_time_make_each_record_once(Engine engine)
    {
        var ops = (await hosts.NewTenant(engine)).Admin;
        (await ops.Post("/api/v1/customers", new { name = "Acme" })).Ok();
        var customers = Encoding.UTF8.GetBytes("id,name\n" + string.Concat(Enumerable.Range(0, 1500).Select(no => $"c{no},Customer {no}\n")));
        foreach (var (resource, file, options) in new (string, byte[], object)[] { ("customers", customers, new { }), ("opportunities", File(1500), Options) })
        {
            var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => await ops.Ended((await ops.Import(resource, file, options)).Ok())));
            Assert.All(both, job => Assert.Equal(("Completed", 0L), ((string?)job["status"], job.Counts().Refused)));
            Assert.Equal((1500, 0, 1500), (both.Sum(job => job.Counts().Created), both.Sum(job => job.Counts().Updated), both.Sum(job => job.Counts().Unchanged)));
        }
        Assert.Equal(1500, (int)(await ops.Funnel()).Ok()["total"]!["count"]!);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_import_that_is_stopped_keeps_what_it_has_told_and_does_no_more(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var ops = tenant.Admin;
        var file = Encoding.UTF8.GetBytes("id,name\n" + string.Concat(Enumerable.Range(0, 20_000).Select(no => $"c{no},Customer {no}\n")));
        var job = (await ops.Import("customers", file)).Ok();
        await Eventually.Get(async () => (await ops.Job(job.Id)).Ok(), seen => seen.Done() > 0, "some rows are done");

        (await ops.Delete($"/api/v1/jobs/{job.Id}")).Ok();
        job = await ops.Ended(job);
        Assert.Equal("Cancelled", (string?)job["status"]);
        Assert.InRange(job.Done(), 1, 19_999);
        await using (var db = tenant.Read())
            Assert.Equal(job.Done(), await db.Set<Crm.Customers.Data.Customer>().CountAsync(TestContext.Current.CancellationToken));
        (await ops.Delete($"/api/v1/jobs/{job.Id}")).Ok();

        var done = await ops.Imported("customers", "id,name\nc0,Customer 0\n");
        Assert.Equal((0, 0, 1, 0), done.Counts());
        (await ops.Delete($"/api/v1/jobs/{done.Id}")).Refused(HttpStatusCode.Conflict, "jobs/ended");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_call_that_is_sent_again_with_its_key_starts_one_import(Engine engine)
    {
        var ops = (await hosts.NewTenant(engine)).Admin;
        var file = "id,name\n1,One\n"u8.ToArray();
        var first = (await ops.Import("customers", file, key: "import-1")).Ok();
        Assert.Equal(first.Id, (await ops.Import("customers", file, key: "import-1")).Ok().Id);
        Assert.Equal((1, 0, 0, 0), (await ops.Ended(first)).Counts());
        Assert.Single(await ops.All("/api/v1/jobs"));
    }

    static object Options => DealOptions("opened");

    static object DealOptions(string opened) => new
    {
        externalSource = "old-crm",
        mapping = new
        {
            columns = new Dictionary<string, string> { ["externalId"] = "id", ["name"] = "name", ["customer"] = "customer", ["stage"] = "stage", ["amount"] = "amount", ["openedOn"] = opened },
            constants = new { type = "NewProject", currency = "CNY", closedFromStage = "Negotiate", closeReason = "Before our time", closeDate = "2026-02-01" },
        },
    };

    static byte[] File(int rows)
    {
        string[] stages = ["Qualify", "Discover", "Propose"];
        return Encoding.UTF8.GetBytes("id,name,customer,stage,amount,opened\n" + string.Concat(Enumerable.Range(0, rows).Select(no =>
            string.Create(CultureInfo.InvariantCulture, $"d{no},Deal {no},Acme,{stages[no % 3]},{no + 0.25m},2026-0{(no % 9) + 1}-15\n"))));
    }

    static async Task<List<string>> Rows(TestHost host, Guid tenant)
    {
        await using var db = host.Database.Read(tenant);
        var rows = await db.Set<Opportunity>().OrderBy(row => row.ExternalId)
            .Select(row => new { row.ExternalId, row.Name, row.Stage, row.Status, row.AmountE4, row.CloseDate, row.Version }).ToListAsync(TestContext.Current.CancellationToken);
        return [.. rows.Select(row => row.ToString()!)];
    }

    static Task<Session> SignIn(HostProcess host, string slug) =>
        Session.SignIn(new HttpClient { BaseAddress = host.Address }, slug, "importer", TestTenant.Password);
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Crm.IntegrationTests.Fixtures;
using Crm.IntegrationTests.Walk;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Crm.IntegrationTests.Organization;

/// <summary>A company that grows switches modules on as it needs them, and off again without losing a row.</summary>
[Trait("Promise", "S-21")]
public sealed class ModuleSwitchTests(Hosts hosts)
{
    public static TheoryData<Engine> OnEngines => Engines.All;

    [Theory, MemberData(nameof(OnEngines))]
    public async Task Every_operation_belongs_to_a_module_and_is_refused_with_its_code_exactly_while_that_is_off(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var scene = await Scene.In(tenant);
        Assert.Empty(scene.Surface.Operations.Where(operation => operation.Module is null).Select(operation => operation.Id));
        var modules = await Modules(tenant.Admin);
        Assert.Empty(scene.Surface.Operations.Select(operation => operation.Module).Distinct().Except(modules.Select(module => (string)module["key"]!)));
        var wrong = new List<string>();

        foreach (var module in modules.Where(module => (bool)module["canBeOff"]!).Select(module => (string)module["key"]!))
        {
            var off = await SwitchOff(tenant.Admin, module);
            foreach (var operation in scene.Surface.Operations.Where(operation => !operation.IsAnonymous && !operation.IsStream && operation.Id is not ("SwitchModule" or "ChangeMyPassword")))
            {
                var answer = await tenant.Admin.Send(scene.Requests.Shaped(operation));
                var isRefused = answer.Status == HttpStatusCode.Forbidden && answer.Code == "modules/off";
                if (isRefused != off.Contains(operation.Module!)) wrong.Add($"{operation} of {operation.Module} while [{string.Join(", ", off)}] are off: {(int)answer.Status} {answer.Code}");
            }
            await SwitchOn(tenant.Admin, off);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, MemberData(nameof(OnEngines))]
    public async Task A_module_that_was_off_and_is_on_again_has_every_row_as_it_was(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var (customer, deal) = await SomeWork(admin);
        var before = await TenantRows.Quiet(() => Records(tenant));

        foreach (var module in new[] { "activities", "opportunities", "quoting", "customers" })
        {
            var off = await SwitchOff(admin, module);
            (await admin.Patch($"/api/v1/customers/{customer}", new { region = "Elsewhere" }, "\"999\"")).Refused(off.Contains("customers") ? HttpStatusCode.Forbidden : HttpStatusCode.PreconditionFailed);
            (await admin.Post($"/api/v1/opportunities/{deal}/lose", new { reason = "Price" }, "\"999\"")).Refused(off.Contains("opportunities") ? HttpStatusCode.Forbidden : HttpStatusCode.PreconditionFailed);
            await SwitchOn(admin, off);
            Assert.Empty(TenantRows.Differences(before, await TenantRows.Quiet(() => Records(tenant))));
        }

        var funnel = (await admin.Get("/api/v1/funnel")).Ok();
        Assert.Equal(1, (int)funnel["total"]!["count"]!);
        Assert.Equal("Called", (string)(await admin.Get($"/api/v1/activities?recordKind=Customer&recordId={customer}")).Ok()["items"]![0]!["subject"]!);
    }

    [Theory, MemberData(nameof(OnEngines))]
    public async Task A_running_job_of_a_module_stops_when_it_is_switched_off_and_goes_on_where_it_stood(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        const int Rows = 6_000;
        var job = (await admin.Post("/api/v1/customers/import", Csv("externalId,name\n" + string.Concat(Enumerable.Range(1, Rows).Select(i => $"k{i},Imported {i}\n"))))).Ok();
        await Eventually.True(async () => (long)(await Job(admin, job.Id))["done"]! > 0, "the import has begun");
        var off = await SwitchOff(admin, "customers");
        var stopped = await Eventually.Get(() => Job(admin, job.Id), now => (string?)now["status"] is "Queued" or "Completed", "the import has stopped");
        var done = (long)stopped["done"]!;

        // Another module's job that was asked for later runs past it.
        var other = (await admin.Post("/api/v1/members/import", Csv("displayName\nNewly Hired\n"))).Ok();
        await Eventually.True(async () => (string?)(await Job(admin, other.Id))["status"] == "Completed", "the other module's import has ended");
        Assert.Equal(done, (long)(await Job(admin, job.Id))["done"]!);

        await SwitchOn(admin, off);
        var ended = await Eventually.Get(() => Job(admin, job.Id), now => (string?)now["status"] is "Completed" or "Failed", "the import has ended", TimeSpan.FromSeconds(90));
        Assert.Equal(("Completed", Rows, Rows), ((string?)ended["status"], (int)ended["done"]!, (int)ended["succeeded"]!));
        Assert.Equal(Rows, (int)(await admin.Get("/api/v1/customers?count=true&limit=1")).Ok()["totalCount"]!);
    }

    [Theory, MemberData(nameof(OnEngines))]
    public async Task What_happens_elsewhere_while_a_module_is_off_reaches_it_when_it_is_on_again(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var (_, deal) = await SomeWork(admin);
        var activity = (await admin.Post("/api/v1/activities", new { recordKind = "Opportunity", recordId = deal, activity = new { kind = "Visit", subject = "Visited" } })).Ok().Id;
        var successor = (await admin.Post("/api/v1/customers", new { name = "Successor Ltd" })).Ok().Id;
        await Relayed(admin);
        var before = await Activities(tenant);

        var off = await SwitchOff(admin, "activities");
        (await admin.Patch($"/api/v1/opportunities/{deal}", new { customerId = successor }, "*")).Ok();
        await Relayed(admin);
        Assert.Equal(before, await Activities(tenant));
        Assert.Equal(1, (int)(await admin.Get("/api/v1/operations")).Ok()["eventsRetried"]!);

        await SwitchOn(admin, off);
        await Eventually.True(
            async () => (Guid?)(await admin.Get($"/api/v1/activities/{activity}")).Ok()["customerId"] == successor, "the activity has followed its opportunity to the other customer");
    }

    [Theory, MemberData(nameof(OnEngines))]
    public async Task A_module_that_others_need_goes_off_after_them_and_comes_back_before_them(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        var refused = (await admin.Put("/api/v1/modules/customers", new { on = false }, "*")).Refused(HttpStatusCode.Conflict, "modules/needed-by-others");
        Assert.Contains("opportunities", refused["modules"]!.AsArray().Select(name => (string)name!));
        var off = await SwitchOff(admin, "customers");
        (await admin.Put("/api/v1/modules/opportunities", new { on = true }, "*")).Refused(HttpStatusCode.Conflict, "modules/needs-others");
        (await admin.Put("/api/v1/modules/organization", new { on = false }, "*")).Refused(HttpStatusCode.Conflict, "modules/always-on");
        (await admin.Put("/api/v1/modules/nothing", new { on = false }, "*")).Refused(HttpStatusCode.NotFound, "modules/not-found");
        await SwitchOn(admin, off);
        Assert.DoesNotContain(await Modules(admin), module => !(bool)module["on"]!);
        var lines = (await admin.Get("/api/v1/audit?recordType=ModuleSwitch&limit=200")).Ok()["items"]!.AsArray();
        Assert.Equal(off.Count * 2, lines.Count);
    }

    [Theory, MemberData(nameof(OnEngines))]
    public async Task The_rights_of_an_off_module_vanish_from_what_a_member_is_told_and_roles_can_still_be_given(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var before = Rights(await admin.Get("/api/v1/me"));
        var off = await SwitchOff(admin, "opportunities");
        var me = (await admin.Get("/api/v1/me")).Ok();
        Assert.Equal(["opportunities"], me["modulesOff"]!.AsArray().Select(name => (string)name!));
        Assert.DoesNotContain("ReadOpportunities", Rights(me));
        Assert.DoesNotContain("ReadFunnel", Rights(me));
        Assert.Contains("ReadCustomers", Rights(me));
        Assert.Contains("Import", Rights(me));
        var root = (Guid)(await admin.Get("/api/v1/departments?parentId[empty]=true")).Ok()["items"]![0]!["id"]!;
        (await admin.Post("/api/v1/members", new { userName = "later", displayName = "Later", departmentId = root, roles = new[] { "salesperson" } })).Ok();
        (await admin.Get("/api/v1/stream?topics=funnel")).Refused(HttpStatusCode.Forbidden, "modules/off");
        await SwitchOn(admin, off);
        Assert.Equal(before, Rights(await admin.Get("/api/v1/me")));
    }

    [Fact]
    public async Task Another_tenant_and_another_node_agree_about_what_is_off()
    {
        await using var first = await TestHost.Start(Engine.PostgreSql);
        await using var second = await TestHost.Start(Engine.PostgreSql, new TestHostOptions { Database = first.Storage });
        var tenant = await first.NewTenant();
        var neighbour = await first.NewTenant();
        using var far = new HttpClient { BaseAddress = second.Address };
        far.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tenant.Admin.AccessToken);
        Assert.Equal(HttpStatusCode.OK, await Far());

        await SwitchOff(tenant.Admin, "activities");
        (await tenant.Admin.Get("/api/v1/tasks")).Refused(HttpStatusCode.Forbidden, "modules/off");
        await Eventually.True(async () => await Far() == HttpStatusCode.Forbidden, "the other node refuses too");
        (await neighbour.Admin.Get("/api/v1/tasks")).Ok();

        async Task<HttpStatusCode> Far()
        {
            using var answer = await far.GetAsync(new Uri("/api/v1/tasks", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    /// <summary>Switches the module off, and before it whatever needs it.</summary>
    static async Task<IReadOnlyList<string>> SwitchOff(Session admin, string module)
    {
        var off = new List<string>();
        foreach (var dependent in (await Modules(admin)).Single(m => (string)m["key"]! == module)["neededBy"]!.AsArray().Select(name => (string)name!))
        {
            if ((await Modules(admin)).Any(m => (string)m["key"]! == dependent && (bool)m["on"]!)) off.AddRange(await SwitchOff(admin, dependent));
        }
        var version = (int)(await Modules(admin)).Single(m => (string)m["key"]! == module)["version"]!;
        Assert.False((bool)(await admin.Put($"/api/v1/modules/{module}", new { on = false }, $"\"{version}\"")).Ok()["on"]!);
        return [.. off, module];
    }

    static async Task SwitchOn(Session admin, IReadOnlyList<string> modules)
    {
        foreach (var module in modules.Reverse()) Assert.True((bool)(await admin.Put($"/api/v1/modules/{module}", new { on = true }, "*")).Ok()["on"]!);
    }

    static async Task<IReadOnlyList<JsonNode>> Modules(Session session) => [.. (await session.Get("/api/v1/modules")).Ok()["items"]!.AsArray().Select(module => module!)];

    static async Task<JsonNode> Job(Session session, Guid id) => (await session.Get($"/api/v1/jobs/{id}")).Ok().Body!;

    static Task Relayed(Session admin) => Eventually.True(async () => (int)(await admin.Get("/api/v1/operations")).Ok()["eventsWaiting"]! == 0, "every event has been relayed");

    static string[] Rights(Answer me) => [.. me.Ok()["permissions"]!.AsArray().Select(right => (string)right!)];

    static async Task<(Guid Customer, Guid Deal)> SomeWork(Session admin)
    {
        var customer = (await admin.Post("/api/v1/customers", new { name = "Kept Ltd", region = "North" })).Ok().Id;
        (await admin.Post("/api/v1/contacts", new { customerId = customer, contact = new { name = "Li Na" } })).Ok();
        var product = (await admin.Post("/api/v1/products", new { code = "K-1", name = "Kept", listPrice = new { amount = 10, currency = "CNY" } })).Ok().Id;
        var deal = (await admin.Post("/api/v1/opportunities", new { name = "Kept deal", customerId = customer, type = "NewProject", closeDate = "2027-03-31", lines = new[] { new { productId = product, quantity = 2 } } })).Ok().Id;
        (await admin.Post("/api/v1/activities", new { recordKind = "Customer", recordId = customer, activity = new { kind = "Call", subject = "Called" } })).Ok();
        (await admin.Post("/api/v1/tasks", new { task = new { title = "Call back", assigneeIds = new[] { admin.MemberId } } })).Ok();
        return (customer, deal);
    }

    /// <summary>All rows of the tenant but those in which switching itself, and the working of the host, is written down.</summary>
    static async Task<IReadOnlyDictionary<string, string>> Records(TestTenant tenant) => (await TenantRows.Contents(tenant))
        .Where(table => !table.Key.StartsWith("sys_", StringComparison.Ordinal) && table.Key is not ("org_module_switches" or "org_access_serials" or "org_sessions" or "org_refresh_tokens" or "org_credentials"))
        .ToDictionary(table => table.Key, table => table.Value);

    static async Task<string> Activities(TestTenant tenant) => (await TenantRows.Contents(tenant))["act_activities"];

    static StringContent Csv(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));
}

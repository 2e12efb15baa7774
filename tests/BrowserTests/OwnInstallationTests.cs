using System.Text.RegularExpressions;
using Crm.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Crm.BrowserTests;

/// <summary>An installation from its first page on: set up, empty, and then with a few records whose names are known word for word.</summary>
[Collection(Browser.Alone)]
public sealed class OwnInstallationTests(Browser browser)
{
    const string Tenant = "walkers";
    const string Administrator = "ada";
    const string Password = "Walkers-2026!";

    /// <summary>Every word that a record of this installation brings to a page; neither language's own words are among them.</summary>
    static readonly string[] Records =
    [
        "Walkers 步行者", Tenant, Administrator, "Ada 艾达", "Zinnow 金诺", "Quarst 夸思", "Velmor 韦摩", "Prism 棱镜", "PRX-1", "Steel 钢", "Piece 件", "Call Ming 给明打电话",
        "Ming 明", "Buyer 采购", "ming@zinnow.example", "https://zinnow.example", "North 北区", "Mill 厂", "Sorva 梭瓦", "Tarn 塔恩", "Grace 格蕾丝", "grace", "2.0.0", "1.0.0",
    ];

    readonly List<string> _faults = [];

    [Fact]
    public async Task An_empty_installation_asks_for_its_administrator_says_what_belongs_where_and_speaks_one_language_on_every_page()
    {
        var host = await browser.Own;
        await using (var visitor = await browser.Visit(host, new Look("en")))
        {
            await visitor.Page.GotoAsync("");
            await Expect(visitor.Page.Locator("#setup-code")).ToBeVisibleAsync(new() { Timeout = 90_000 });
            await visitor.Settled();
            await LooksRight(visitor, "setup");
            await SetUp(visitor, host);
            await Expect(visitor.Page).ToHaveURLAsync(new Regex("/my-day$"));
            await visitor.Settled();
            await visitor.Go("funnel");
            await Expect(visitor.Link("New opportunity")).ToBeVisibleAsync();
            foreach (var (path, name) in new[] { ("my-day", "my-day"), ("tasks", "tasks"), ("inbox", "inbox"), ("funnel", "funnel"), ("opportunities", "opportunities"), ("opportunities/board", "board"), ("pipeline", "pipeline"), ("customers", "customers"), ("products", "products"), ("import", "import"), ("admin/members", "members"), ("admin/departments", "departments"), ("admin/api-keys", "keys"), ("admin/jobs", "jobs"), ("admin/operations", "operations") })
            {
                await visitor.Go(path);
                await LooksRight(visitor, "empty-" + name);
            }
        }

        var (customer, deal, task) = await Seed(host);
        string[] paths =
        [
            "my-day", "my-day?new=true", "tasks", $"tasks?open={task}", "inbox", "funnel", "funnel?by=band", "funnel?view=table", "opportunities", "opportunities?new=true", $"opportunities/{deal}", $"opportunities?open={deal}", "opportunities/board", "pipeline?term=new",
            "customers", "customers?new=true", $"customers/{customer}", "products", "products?new=true", "import/opportunities", "import/customers", "import/products", "import/members", "no-such-page",
            "admin/members", "admin/members?new=true", "admin/departments", "admin/roles", "admin/roles?view=matrix", "admin/roles?new=true", "admin/api-keys?new=true", "my/api-keys", "admin/audit", "admin/jobs",
            "admin/operations", "admin/modules", "admin/legal-entities", "admin/legal-entities?new=true", "admin/currencies", "admin/currencies?new=true", "admin/calendar", "admin/tenant", "no-such-page",
        ];
        foreach (var language in new[] { "zh-CN", "en" })
        {
            await using var visitor = await browser.Visit(host, new Look(language));
            await visitor.Page.GotoAsync("sign-in");
            await visitor.Page.Locator("#tenant").WaitForAsync(new() { Timeout = 90_000 });
            await Speaks(visitor, "sign-in");
            await visitor.ComeIn(Tenant, Administrator, Password);
            foreach (var path in paths)
            {
                await visitor.Go(path);
                await Speaks(visitor, path);
            }

            await visitor.Press("Control+k");
            await visitor.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
            await Speaks(visitor, "palette");
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    static async Task SetUp(Visitor visitor, RunningHost host)
    {
        var page = visitor.Page;
        await visitor.Button("Create and sign in").ClickAsync();
        await Expect(page.Locator("#setup-code-note")).ToContainTextAsync("needed");
        await page.Locator("#setup-code").FillAsync(host.SetupCode);
        await page.Locator("#setup-company").FillAsync("Walkers 步行者");
        await page.Locator("#setup-tenant").FillAsync(Tenant);
        await page.Locator("#setup-name").FillAsync("Ada 艾达");
        await page.Locator("#setup-user").FillAsync(Administrator);
        await page.Locator("#setup-password").FillAsync(Password);
        await page.Locator("#setup-again").FillAsync(Password);
        await visitor.Button("Create and sign in").ClickAsync();
    }

    static async Task<(string Customer, string Deal, string Task)> Seed(RunningHost host)
    {
        using var api = await Api.SignIn(host, Tenant, Administrator, Password);
        var customer = await api.Post("customers", new { name = "Zinnow 金诺", shortName = "Quarst 夸思", industry = "Mill 厂", region = "North 北区", website = "https://zinnow.example" });
        await api.Post("contacts", new { customerId = (string)customer["id"]!, contact = new { name = "Ming 明", title = "Buyer 采购", email = "ming@zinnow.example" } });
        var product = await api.Post("products", new { code = "PRX-1", name = "Prism 棱镜", line = "Steel 钢", unit = "Piece 件", listPrice = new { amount = 1250, currency = "CNY" }, active = true });
        var deal = await api.Post("opportunities", new
        {
            name = "Velmor 韦摩",
            customerId = (string)customer["id"]!,
            type = "NewProject",
            closeDate = "2026-01-31",
            nextStep = "Call Ming 给明打电话",
            lines = new[] { new { productId = (string)product["id"]!, quantity = 3 } },
        });
        var helper = await api.Post("members", new { userName = "grace", displayName = "Grace 格蕾丝", departmentId = (await api.Get("departments"))["items"]![0]!["id"]!, roles = new[] { "sales-manager" }, password = Password });
        foreach (var kind in new[] { "Call", "Visit", "Mail", "Meeting", "Demo", "Note" })
            await api.Post("activities", new { recordKind = "Opportunity", recordId = (string)deal["id"]!, activity = new { kind, subject = "Sorva 梭瓦", result = "Sorva 梭瓦", durationMinutes = kind == "Call" ? 20 : (int?)null, memberIds = new[] { helper["id"]! } } });
        using var grace = await Api.SignIn(host, Tenant, "grace", Password);
        var both = new[] { (string)helper["id"]!, (string)(await api.Get("me"))["member"]!["id"]! };
        var task = await grace.Post("tasks", new { task = new { title = "Tarn 塔恩", priority = "High", completion = "All", dueAt = "2026-01-31T10:00:00Z", assigneeIds = both } });
        await api.Post("tasks", new { recordKind = "Opportunity", recordId = (string)deal["id"]!, task = new { title = "Tarn 塔恩", priority = "Urgent" } });
        var given = await api.Post("tasks", new { task = new { title = "Tarn 塔恩", assigneeIds = both } });
        await grace.Post($"tasks/{given["id"]}/complete", new { }, (int)given["version"]!);
        return ((string)customer["id"]!, (string)deal["id"]!, (string)task["id"]!);
    }

    async Task LooksRight(Visitor visitor, string page)
    {
        await visitor.Picture(page);
        _faults.AddRange((await Accessibility.Faults(visitor.Page)).Select(fault => $"{page}: {fault}"));
        if (await visitor.Overflow() is { } overflow) _faults.Add($"{page}: {overflow}");
        await Speaks(visitor, page);
    }

    async Task Speaks(Visitor visitor, string page) =>
        _faults.AddRange((await Words.Faults(visitor.Page, visitor.Look, Records)).Select(words => $"{page} in {visitor.Look.Language} says {words}"));
}

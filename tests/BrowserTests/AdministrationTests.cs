using System.Net;
using System.Text.RegularExpressions;
using Crm.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Crm.BrowserTests;

/// <summary>What an administrator does: people, their rights, keys, and looking at what was done.</summary>
[Collection(Browser.Alone)]
public sealed class AdministrationTests(Browser browser)
{
    const string FirstPassword = "Heron-2026-x!";

    [Fact]
    public async Task A_member_who_was_created_on_the_page_signs_in_with_the_password_given()
    {
        await using (var admin = await Demo.As(browser, "admin", "admin/members", new Look("en")))
        {
            await Expect(admin.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Members", Exact = true })).ToBeVisibleAsync();
            await admin.Id("new-member").ClickAsync();
            await admin.Button("Save").ClickAsync();
            await Expect(admin.Page.Locator("#member-name-note")).ToContainTextAsync("needed");
            await admin.Page.Locator("#member-name").FillAsync("Nora Quinn");
            await admin.Page.Locator("#member-user").FillAsync("nora.quinn");
            await admin.Page.Locator("#member-password").FillAsync(FirstPassword);
            await Pick(admin, "#member-department", "East");
            await admin.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Salesperson", Exact = true }).CheckAsync();
            await admin.Button("Save").ClickAsync();
            await Expect(admin.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
            await admin.Go("admin/members?q=nora");
            await Expect(admin.Id("members").Locator("tbody tr")).ToHaveCountAsync(1);
            await Expect(admin.Id("members")).ToContainTextAsync("Nora Quinn");
        }

        await using var member = await browser.Visit(await browser.Demo, new Look("en"));
        await member.Page.GotoAsync("sign-in");
        await member.Page.Locator("#tenant").FillAsync(Demo.Tenant);
        await member.Page.Locator("#user-name").FillAsync("nora.quinn");
        await member.Page.Locator("#password").FillAsync(FirstPassword);
        await member.Button("Sign in").ClickAsync();
        await Expect(member.Page).ToHaveURLAsync(new Regex("/(my-day|funnel)"));
        await Expect(member.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Members", Exact = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_role_that_is_narrowed_on_the_page_changes_its_holders_menu()
    {
        using var api = await Demo.Api(browser, "admin");
        var root = (string)(await api.Get("departments?parentId[empty]=true"))["items"]![0]!["id"]!;
        await using var admin = await Demo.As(browser, "admin", "admin/roles", new Look("en"));
        await admin.Page.GetByRole(AriaRole.Row).Filter(new() { Has = admin.Link("Salesperson") }).GetByRole(AriaRole.Button, new() { Name = "Actions for Salesperson" }).ClickAsync();
        await admin.Button("Copy as a new role").ClickAsync();
        await admin.Page.Locator("#role-name").FillAsync("Trainee");
        await admin.Page.Locator("#role-key").FillAsync("trainee");
        await admin.Button("Save").ClickAsync();
        await Expect(admin.Link("Trainee")).ToBeVisibleAsync();
        await api.Post("members", new { userName = "tess", displayName = "Tess Trainee", departmentId = root, roles = new[] { "trainee" }, password = FirstPassword });

        await using var trainee = await browser.Visit(await browser.Demo, new Look("en"));
        await trainee.ComeIn(Demo.Tenant, "tess", FirstPassword);
        var customers = trainee.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Customers", Exact = true });
        await Expect(customers).ToBeVisibleAsync();

        await admin.Link("Trainee").ClickAsync();
        await admin.Page.Locator("input[data-right=ReadCustomers]").UncheckAsync();
        await admin.Page.Locator("input[data-right=WriteCustomers]").UncheckAsync();
        await Expect(admin.Page.Locator("dialog[open]")).ToContainTextAsync("Tess Trainee");
        await admin.Button("Save").ClickAsync();
        await Expect(admin.Page.Locator("dialog[open]")).ToHaveCountAsync(0);

        await trainee.Page.ReloadAsync();
        await trainee.Settled();
        await Expect(customers).ToHaveCountAsync(0);
        await trainee.Go("customers");
        await Expect(trainee.Page.GetByRole(AriaRole.Heading, new() { Name = "You may not see this page" }).First).ToBeAttachedAsync();
    }

    [Fact]
    public async Task A_key_is_shown_once_does_what_it_was_given_and_stops_when_it_is_revoked()
    {
        await using var admin = await Demo.As(browser, "admin", "admin/api-keys", new Look("en"));
        await admin.Id("new-key").ClickAsync();
        await admin.Page.Locator("#key-name").FillAsync("Price list robot");
        await admin.Id("narrow").CheckAsync();
        await admin.Page.Locator("input[data-right=ReadProducts]").CheckAsync();
        await admin.Button("New key").Last.ClickAsync();
        var key = await admin.Id("key").InnerTextAsync();
        await admin.Id("key-done").ClickAsync();
        var row = admin.Id("keys").Locator("tbody tr").Filter(new() { HasText = "Price list robot" });
        await Expect(row).ToBeVisibleAsync();
        Assert.DoesNotContain(key, await admin.Page.ContentAsync(), StringComparison.Ordinal);

        using var robot = new HttpClient { BaseAddress = (await browser.Demo).Address };
        robot.DefaultRequestHeaders.Add("X-Api-Key", key);
        Assert.Equal(HttpStatusCode.OK, await Status("products"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("customers"));

        await row.GetByRole(AriaRole.Button, new() { Name = "Actions for Price list robot" }).ClickAsync();
        await admin.Button("Revoke").ClickAsync();
        await admin.Id("confirm").ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status("products"));

        async Task<HttpStatusCode> Status(string path)
        {
            using var answer = await robot.GetAsync(new Uri("api/v1/" + path, UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_department_tree_grows_is_rearranged_and_what_is_archived_comes_back()
    {
        await using var admin = await Demo.As(browser, "admin", "admin/departments", new Look("en"), "409");
        await Add("North");
        await Add("Training");
        await Act("Training", "Move department");
        await Pick(admin, "#department-parent", "North");
        await admin.Button("Save").ClickAsync();
        await Expect(admin.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Act("North", "Archive");
        await Expect(admin.Page.Locator(".toasts")).ToContainTextAsync("Move its members");
        await Act("Training", "Archive");
        await Expect(Row("Training")).ToHaveCountAsync(0);
        await admin.Go("admin/departments?archived=true");
        await Act("Training", "Restore");
        await admin.Go("admin/departments");
        await Expect(Row("Training")).ToHaveCountAsync(1);

        async Task Add(string name)
        {
            await admin.Id("new-department").ClickAsync();
            await admin.Page.Locator("#department-name").FillAsync(name);
            await admin.Button("Save").ClickAsync();
            await Expect(Row(name)).ToHaveCountAsync(1);
        }

        async Task Act(string name, string what)
        {
            await admin.Button("Actions for " + name).ClickAsync();
            await admin.Button(what).ClickAsync();
        }

        ILocator Row(string name) => admin.Id("departments").Locator("tbody tr").Filter(new() { HasText = name });
    }

    [Fact]
    public async Task The_audit_of_a_member_tells_who_did_what_with_old_and_new_values_and_no_secret()
    {
        using var api = await Demo.Api(browser, "admin");
        var root = (string)(await api.Get("departments?parentId[empty]=true"))["items"]![0]!["id"]!;
        var member = await api.Post("members", new { userName = "audrey", displayName = "Audrey", departmentId = root, roles = new[] { "salesperson" }, title = "Seller" });
        await using var admin = await Demo.As(browser, "admin", "admin/members?q=Audrey", new Look("en"));
        await admin.Link("Audrey").ClickAsync();
        await admin.Page.Locator("#member-title").FillAsync("Closer");
        await admin.Button("Save").ClickAsync();
        await Expect(admin.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await admin.Button("Actions for Audrey").ClickAsync();
        await admin.Button("Reset password").First.ClickAsync();
        await admin.Page.Locator("#reset-password").FillAsync(FirstPassword);
        await admin.Page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "Reset password" }).ClickAsync();
        await Expect(admin.Page.Locator("dialog[open]")).ToHaveCountAsync(0);

        await admin.Go($"admin/audit?record={member["id"]}");
        await Expect(admin.Id("audit").Locator("tr[data-action=PasswordReset]")).ToHaveCountAsync(1);
        await admin.Id("audit").Locator("tr[data-action=Changed]").First.GetByRole(AriaRole.Button).ClickAsync();
        var line = admin.Id("values").Locator("tbody tr").Filter(new() { HasText = "Closer" });
        await Expect(line.Locator("td.was")).ToHaveTextAsync("Seller");
        Assert.DoesNotContain(FirstPassword, await admin.Page.ContentAsync(), StringComparison.Ordinal);
        await admin.Page.Locator("#audit-action").SelectOptionAsync("PasswordReset");
        await Expect(admin.Page).ToHaveURLAsync(new Regex("action=PasswordReset"));
        await Expect(admin.Id("audit").Locator("tbody > tr")).ToHaveCountAsync(1);
    }

    [Fact]
    [Trait("Promise", "S-21")]
    public async Task A_module_is_switched_off_and_on_and_the_menu_and_the_records_follow()
    {
        using var api = await Demo.Api(browser, "admin");
        try
        {
            await using var admin = await Demo.As(browser, "admin", "admin/modules", new Look("en"), "403");
            var row = admin.Page.Locator("tr[data-module=opportunities]");
            var funnel = admin.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Funnel", Exact = true });
            await Expect(funnel).ToHaveCountAsync(1);
            await row.GetByRole(AriaRole.Button).ClickAsync();
            await admin.Id("confirm").ClickAsync();
            await Expect(row.Locator("[data-testid=module-state]")).ToHaveTextAsync("Off");
            await Expect(funnel).ToHaveCountAsync(0);

            await using (var seller = await Demo.As(browser, "seller", "customers", new Look("en"), "403"))
            {
                await Expect(seller.Id("customers").Locator("tbody tr").First).ToBeVisibleAsync();
                await Expect(seller.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Opportunities", Exact = true })).ToHaveCountAsync(0);
            }

            await row.GetByRole(AriaRole.Button).ClickAsync();
            await admin.Id("confirm").ClickAsync();
            await Expect(row.Locator("[data-testid=module-state]")).ToHaveTextAsync("On");
            await Expect(funnel).ToHaveCountAsync(1);
            await admin.Go("opportunities?status=Open");
            await Expect(admin.Id("deals").Locator("tbody tr").First).ToBeVisibleAsync();
        }
        finally
        {
            // The other tests go through the same tenant.
            await api.Put("modules/opportunities", new { on = true });
        }
    }

    [Fact]
    public async Task A_new_rate_is_set_its_effect_is_shown_and_the_open_opportunities_are_revalued()
    {
        using var api = await Demo.Api(browser, "admin");
        var customer = (string)(await api.Get("customers?limit=1"))["items"]![0]!["id"]!;
        await using var admin = await Demo.As(browser, "admin", "admin/currencies", new Look("en"));
        await SetRate("7.5");
        await api.Post("opportunities", new { name = "In francs", customerId = customer, type = "NewProject", amount = new { amount = 1000, currency = "CHF" }, closeDate = "2027-03-31" });
        await SetRate("8.25");
        var row = admin.Page.Locator("[data-testid=revaluation] tr[data-currency=CHF]");
        await Expect(row).ToContainTextAsync("+CN¥750.00");
        await admin.Id("revalue").ClickAsync();
        await admin.Id("confirm").ClickAsync();
        await Expect(admin.Id("job")).ToHaveAttributeAsync("data-status", "Completed");
        await Expect(row.Locator("[data-changing]")).ToHaveAttributeAsync("data-changing", "0");

        async Task SetRate(string rate)
        {
            await admin.Id("new-rate").ClickAsync();
            await admin.Page.Locator("#new-rate-currency").FillAsync("CHF");
            await admin.Page.Locator("#new-rate-rate").FillAsync(rate);
            await admin.Page.Locator("#new-rate-source").FillAsync("Treasury");
            await admin.Button("Save").ClickAsync();
            await Expect(admin.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        }
    }

    static async Task Pick(Visitor visitor, string field, string name)
    {
        await visitor.Page.Locator(field).FillAsync(name);
        await visitor.Choices.Filter(new() { HasText = name }).First.ClickAsync();
    }
}

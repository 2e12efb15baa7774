using Crm.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Crm.BrowserTests;

/// <summary>A walk over every page of the demo tenant: accessible, nothing beyond the edge, no fault, nothing from elsewhere; each is photographed.</summary>
[Collection(Browser.Alone)]
public sealed class EveryPageTests(Browser browser)
{
    // Both themes at both widths; the languages change with them.
    [Theory]
    [InlineData("zh-CN", "light", 1280)]
    [InlineData("en", "dark", 1280)]
    [InlineData("en", "light", 390)]
    [InlineData("zh-CN", "dark", 390)]
    public async Task Every_page_is_accessible_and_fits_the_window(string language, string theme, int width)
    {
        using var api = await Demo.Api(browser, "director");
        var deal = (await api.Get("opportunities?status=Open&limit=1&sort=-amount"))["items"]![0]!;
        var task = (await api.Get($"tasks?state=Open&recordKind=Opportunity&limit=1"))["items"]![0]!;
        await using var visitor = await browser.Visit(await browser.Demo, new Look(language, theme, width));
        var faults = new List<string>();
        await visitor.Page.GotoAsync("sign-in");
        await visitor.Page.Locator("#tenant").WaitForAsync(new() { Timeout = 90_000 });
        await Check(visitor, "sign-in", faults);
        await visitor.ComeIn(Demo.Tenant, "director", Demo.Password);
        foreach (var (path, name) in new[]
        {
            ("my-day", "my-day"), ("my-day?new=true", "task-form"), ("tasks", "tasks"), ($"tasks?open={task["id"]}", "task"), ("inbox", "inbox"),
            ("funnel", "funnel"), ("funnel?by=band", "funnel-bands"), ("funnel?view=table", "funnel-table"), ("opportunities?status=Open&sort=-amount", "opportunities"),
            ($"opportunities?status=Open&sort=-amount&open={deal["id"]}", "opportunities-beside"), ("opportunities?new=true", "opportunity-form"), ("opportunities/board", "board"),
            ($"opportunities/{deal["id"]}", "opportunity"), ("pipeline?term=new", "pipeline"), ("customers", "customers"), ($"customers/{deal["customerId"]}", "customer"),
            ("products", "products"), ("import", "import"), ("no-such-page", "not-found"),
        })
        {
            await visitor.Go(path);
            await Check(visitor, name, faults);
        }

        await using (var administrator = await browser.Visit(await browser.Demo, new Look(language, theme, width)))
        {
            await administrator.ComeIn(Demo.Tenant, "admin", Demo.Password);
            foreach (var (path, name) in new[]
            {
                ("admin/fields?resource=products", "admin-fields"), ("admin/fields?resource=products&new=true", "admin-field-form"), ("admin/pick-lists?list=lost-reason", "admin-pick-lists"),
            })
            {
                await administrator.Go(path);
                await Check(administrator, name, faults);
            }
        }

        await visitor.Go("funnel");
        await visitor.Press("Control+k");
        await visitor.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await Check(visitor, "palette", faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("zh-CN", "light", 1280)]
    [InlineData("en", "dark", 1280)]
    [InlineData("en", "light", 390)]
    [InlineData("zh-CN", "dark", 390)]
    public async Task Every_page_of_the_administration_is_accessible_and_fits_the_window(string language, string theme, int width)
    {
        using var api = await Demo.Api(browser, "admin");
        var seller = (await api.Get("members?userName=seller"))["items"]![0]!["id"];
        var role = (await api.Get("roles?key=sales-manager"))["items"]![0]!["id"];
        await using var visitor = await Demo.As(browser, "admin", look: new Look(language, theme, width));
        var faults = new List<string>();
        foreach (var (path, name) in new[]
        {
            ("admin/members", "members"), ($"admin/members?open={seller}", "member"), ("admin/members?new=true", "member-new"), ("admin/departments", "departments"),
            ("admin/roles", "roles"), ("admin/roles?view=matrix", "roles-matrix"), ($"admin/roles?open={role}", "role"), ("admin/api-keys", "keys"), ("admin/api-keys?new=true", "key-new"),
            ("my/api-keys", "my-keys"), ($"admin/audit?record={seller}", "audit"), ("admin/jobs", "jobs"), ("admin/operations", "operations"), ("admin/modules", "modules"), ("admin/legal-entities", "legal-entities"), ("admin/currencies", "currencies"), ("admin/calendar", "calendar"), ("admin/tenant", "tenant"),
        })
        {
            await visitor.Go(path);
            await Check(visitor, name, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    static async Task Check(Visitor visitor, string name, List<string> faults)
    {
        await visitor.Picture(name);
        faults.AddRange((await Accessibility.Faults(visitor.Page)).Select(fault => $"{name}: {fault}"));
        if (await visitor.Overflow() is { } overflow) faults.Add($"{name}: {overflow}");
    }
}

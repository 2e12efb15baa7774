using System.Text.RegularExpressions;
using Crm.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Crm.BrowserTests;

/// <summary>What a seller does all day.</summary>
[Collection(Browser.Alone)]
public sealed class SellerTests(Browser browser)
{
    [Fact]
    public async Task The_list_is_searched_walked_marked_looked_into_and_opened_by_keyboard()
    {
        await using var visitor = await Demo.As(browser, "director", "opportunities?status=Open", new Look("en"));
        var rows = visitor.Id("deals").Locator("tbody tr");
        await rows.First.WaitForAsync();
        await visitor.Page.Locator("h1").FocusAsync();
        await visitor.Press("/");
        await Expect(visitor.Page.Locator("#deal-text")).ToBeFocusedAsync();
        await visitor.Press("Tab");
        await visitor.Page.Locator("h1").FocusAsync();

        await visitor.Press("j");
        await visitor.Press("j");
        await visitor.Press("k");
        await Expect(rows.First).ToHaveClassAsync(new Regex(@"\bat\b"));
        await visitor.Press("x");
        await Expect(visitor.Page.Locator(".bulk")).ToContainTextAsync("1 selected");
        await visitor.Press("Enter");
        var name = await rows.First.Locator(".name a").InnerTextAsync();
        await Expect(visitor.Id("peek")).ToContainTextAsync(name);
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("open="));

        // The record beside the list follows the keys, and closes by Escape.
        await visitor.Press("j");
        await Expect(visitor.Id("peek")).ToContainTextAsync(await rows.Nth(1).Locator(".name a").InnerTextAsync());
        await visitor.Press("Escape");
        await Expect(visitor.Id("peek")).ToHaveCountAsync(0);
        await visitor.Press("Enter");
        await visitor.Press("Enter");
        await Expect(visitor.Id("deal-name")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_list_is_sorted_and_read_on_by_the_server()
    {
        await using var visitor = await Demo.As(browser, "director", "opportunities?status=Open", new Look("en"));
        await visitor.Button("Amount").ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("sort=-amount"));
        await visitor.Settled();
        await Expect(visitor.Page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Amount");
        var before = await visitor.Id("deals").Locator("tbody tr").CountAsync();
        await visitor.Id("more").ClickAsync();
        await Expect(visitor.Id("deals").Locator("tbody tr").Nth(before)).ToBeAttachedAsync();
    }

    [Fact]
    public async Task An_opportunity_is_created_given_lines_advanced_and_lost_with_a_reason_and_its_history_says_so()
    {
        await using var visitor = await Demo.As(browser, "seller", "opportunities?new=true", new Look("en"));
        await visitor.Page.Locator("#form-name").FillAsync("Browser line 7");
        await visitor.Button("Create opportunity").ClickAsync();
        await Expect(visitor.Page.Locator("#form-customer-note")).ToContainTextAsync("needed");
        await visitor.Page.Locator("#form-customer").ClickAsync();
        await visitor.Choices.First.ClickAsync();
        await visitor.Page.Locator("#form-amount").FillAsync("120,000.50");
        await visitor.Button("Create opportunity").ClickAsync();
        await Expect(visitor.Id("deal-name")).ToHaveTextAsync("Browser line 7");
        await Expect(visitor.Id("deal-amount")).ToContainTextAsync("120,000.50");

        await visitor.Id("edit-lines").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Product" }).ClickAsync();
        await visitor.Choices.First.ClickAsync();
        await visitor.Page.GetByLabel("Quantity").FillAsync("3");
        await visitor.Page.GetByLabel("Unit price").FillAsync("1500");
        await Expect(visitor.Id("lines-sum")).ToContainTextAsync("4,500.00");
        await visitor.Button("Save").ClickAsync();
        await Expect(visitor.Id("deal-amount")).ToContainTextAsync("4,500.00");

        await visitor.Id("edit-team").ClickAsync();
        await visitor.Id("add-mate").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Member" }).ClickAsync();
        await visitor.Choices.Nth(1).ClickAsync();
        await visitor.Button("Save").ClickAsync();
        await Expect(visitor.Id("team").Locator("li")).ToHaveCountAsync(2);

        await visitor.Id("advance").ClickAsync();
        await Expect(visitor.Id("history")).ToContainTextAsync("Advanced");
        await visitor.Id("lose").ClickAsync();
        await visitor.Id("reason-send").ClickAsync();
        await Expect(visitor.Page.Locator("#reason-choice-note")).ToContainTextAsync("needed");
        await visitor.Page.Locator("#reason-choice").SelectOptionAsync(new SelectOptionValue { Label = "Other, in words" });
        await visitor.Page.Locator("#reason-choice-own").FillAsync("Budget was cut");
        await visitor.Id("reason-send").ClickAsync();
        await Expect(visitor.Id("history")).ToContainTextAsync("Budget was cut");
        await Expect(visitor.Page.Locator(".record-head .tag")).ToHaveTextAsync("Lost");
    }

    [Fact]
    public async Task A_stale_save_shows_both_versions_and_the_person_chooses()
    {
        using var colleague = await Demo.Api(browser, "director");
        var deal = (await colleague.Get("opportunities?status=Open&limit=1&sort=name"))["items"]![0]!;
        await using var visitor = await Demo.As(browser, "director", $"opportunities/{deal["id"]}", new Look("en"));
        visitor.Expected.Add("412");
        await visitor.Button("More actions").ClickAsync();
        await visitor.Button("Edit").ClickAsync();
        await visitor.Page.Locator("#form-step").FillAsync("Mine: call the buyer");
        await colleague.Patch($"opportunities/{deal["id"]}", new { nextStep = "Theirs: send the offer" }, (int)deal["version"]!);
        await visitor.Button("Save").ClickAsync();

        await Expect(visitor.Id("stale")).ToBeVisibleAsync();
        var dialog = visitor.Page.Locator("dialog[open]");
        await Expect(dialog).ToContainTextAsync("Mine: call the buyer");
        await Expect(dialog).ToContainTextAsync("Theirs: send the offer");
        await visitor.Picture("stale");
        await visitor.Button("Save mine over it").ClickAsync();
        await Expect(visitor.Page.Locator(".next-step")).ToContainTextAsync("Mine: call the buyer");
    }

    [Fact]
    public async Task A_card_is_dragged_to_the_next_stage_and_another_moved_by_keyboard()
    {
        using var colleague = await Demo.Api(browser, "director");
        var (_, from, to) = await ManagerTests.FirstThatCanMove(colleague);
        await using var visitor = await Demo.As(browser, "director", "opportunities/board", new Look("en"));
        var source = visitor.Page.Locator($".column[data-stage='{from}']");
        var target = visitor.Page.Locator($".column[data-stage='{to}']");
        var card = source.Locator(".deal").First;
        var id = await card.GetAttributeAsync("data-id");
        await card.DragToAsync(target.Locator(".dropzone"), new() { TargetPosition = new() { X = 40, Y = 12 } });
        await Expect(target.Locator($"[data-id='{id}']")).ToBeAttachedAsync();
        await Expect(visitor.Page.Locator(".toasts")).ToContainTextAsync("is now in");
        Assert.Equal(to, (string?)(await colleague.Get($"opportunities/{id}"))["stage"]);

        var other = source.Locator(".deal").First;
        var otherId = await other.GetAttributeAsync("data-id");
        await other.GetByRole(AriaRole.Button).FocusAsync();
        await visitor.Press("Enter");
        await visitor.Press("Tab");
        await visitor.Press("Enter");
        await Expect(visitor.Page.Locator($".column:not([data-stage='{from}']) [data-id='{otherId}']")).ToBeAttachedAsync();
    }

    [Fact]
    public async Task The_command_palette_goes_to_pages_and_finds_records()
    {
        await using var visitor = await Demo.As(browser, "seller");
        await visitor.Press("Control+k");
        await Expect(visitor.Page.Locator("#palette-text")).ToBeFocusedAsync();
        await visitor.Type("kehu");
        await visitor.Press("Enter");
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/customers$"));
        await visitor.Settled();
        var customer = await visitor.Id("customers").Locator("tbody .name a").First.InnerTextAsync();

        await visitor.Press("Control+k");
        await visitor.Type(customer);
        var found = visitor.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = customer }).First;
        await found.ClickAsync();
        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync(customer);
        await visitor.Press("Control+k");
        await visitor.Press("Escape");
        await Expect(visitor.Page.Locator("dialog.palette")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_initials_of_a_chinese_name_find_it_from_the_keyboard_alone()
    {
        await using var visitor = await Demo.As(browser, "seller");
        await visitor.Go("customers?new=true");
        await visitor.Settled();
        await visitor.Page.Locator("#customer-name").FillAsync("华为技术有限公司");
        await visitor.Press("Enter");
        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("华为技术有限公司");
        await visitor.Go("funnel");
        await visitor.Settled();

        await visitor.Press("Control+k");
        await visitor.Type("hw");
        var found = visitor.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "华为技术有限公司" });
        await Expect(found).ToBeVisibleAsync();
        await Expect(found.Locator("mark")).ToHaveTextAsync("华为");
        for (var step = 0; step < 20 && await found.GetAttributeAsync("aria-selected") != "true"; step++) await visitor.Press("ArrowDown");
        await visitor.Press("Enter");
        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("华为技术有限公司");
    }

    [Fact]
    public async Task A_record_that_is_not_there_and_a_server_that_is_away_are_said_in_words()
    {
        await using var visitor = await Demo.As(browser, "seller", $"opportunities/{Guid.CreateVersion7()}", new Look("en"), "404", "ERR_FAILED", "ERR_INTERNET_DISCONNECTED");
        await Expect(visitor.Page.Locator(".empty")).ToContainTextAsync("cannot be found");
        await visitor.Go("no/such/page");
        await Expect(visitor.Page.Locator(".empty")).ToContainTextAsync("no such page");

        await visitor.Page.RouteAsync("**/api/v1/customers?**", route => route.AbortAsync());
        await visitor.Page.EvaluateAsync("() => Blazor.navigateTo('customers')");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("cannot be reached");
        await visitor.Page.UnrouteAllAsync();
        await visitor.Button("Try again").ClickAsync();
        await Expect(visitor.Id("customers")).ToBeVisibleAsync();
    }
}

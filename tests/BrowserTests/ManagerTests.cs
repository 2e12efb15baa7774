using System.Globalization;
using System.Text.RegularExpressions;
using Crm.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Crm.BrowserTests;

/// <summary>What a manager does before a meeting.</summary>
[Collection(Browser.Alone)]
public sealed class ManagerTests(Browser browser)
{
    [Fact]
    [Trait("Promise", "S-52")]
    public async Task The_funnel_moves_on_the_page_while_another_client_advances_an_opportunity()
    {
        using var colleague = await Demo.Api(browser, "director");
        await using var visitor = await Demo.As(browser, "director");
        await Expect(visitor.Id("live")).ToHaveAttributeAsync("data-state", "On");
        var (deal, from, to) = await FirstThatCanMove(colleague);
        var rows = visitor.Id("funnel").First.Locator("a.funnel-row");
        var source = rows.And(visitor.Page.Locator($"[data-stage='{from}']")).First;
        var target = rows.And(visitor.Page.Locator($"[data-stage='{to}']")).First;
        var (left, arrived) = (await visitor.Number(source, "data-count"), await visitor.Number(target, "data-count"));

        await colleague.Post($"opportunities/{deal["id"]}/advance", new { toStage = to }, (int)deal["version"]!);

        await Expect(source).ToHaveAttributeAsync("data-count", (left - 1).ToString(CultureInfo.InvariantCulture));
        await Expect(target).ToHaveAttributeAsync("data-count", (arrived + 1).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task From_a_stage_of_the_funnel_one_click_leads_to_its_list_and_the_next_to_the_record()
    {
        await using var visitor = await Demo.As(browser, "manager", look: new Look("en"));
        var stage = visitor.Page.Locator("a.funnel-row:not([data-count='0'])").First;
        var (key, count) = (await stage.GetAttributeAsync("data-stage"), await visitor.Number(stage, "data-count"));
        await stage.ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex($"/opportunities\\?.*stage={key}"));
        await visitor.Settled();
        await visitor.Id("summarize").ClickAsync();
        await Expect(visitor.Id("summary")).ToContainTextAsync($"{count} in all");

        var name = visitor.Id("deals").Locator("tbody .name a").First;
        var title = await name.InnerTextAsync();
        await name.ClickAsync();
        await Expect(visitor.Id("deal-name")).ToHaveTextAsync(title);
        await visitor.Page.GoBackAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex($"/opportunities\\?.*stage={key}"));
    }

    [Fact]
    public async Task The_funnel_is_narrowed_by_owner_and_read_by_band_and_as_a_table_and_the_address_keeps_it()
    {
        await using var visitor = await Demo.As(browser, "director", look: new Look("en"));
        var all = await visitor.Id("funnel-total").GetAttributeAsync("data-amount");
        await visitor.Page.Locator("#funnel-owner").ClickAsync();
        await visitor.Choices.First.ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("owner="));
        await Expect(visitor.Id("funnel-total")).Not.ToHaveAttributeAsync("data-amount", all!);

        await visitor.Button("By band").ClickAsync();
        await visitor.Id("as-table").ClickAsync();
        await Expect(visitor.Id("funnel-table")).ToBeVisibleAsync();
        var address = visitor.Page.Url;
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Id("funnel-table")).ToBeVisibleAsync();
        Assert.Equal(address, visitor.Page.Url);
        Assert.Contains("by=band", address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_waterfall_reconciles_and_each_bar_opens_the_opportunities_behind_it()
    {
        await using var visitor = await Demo.As(browser, "director", "pipeline", new Look("en"));
        await visitor.Button("Last 90 days").ClickAsync();
        await Expect(visitor.Id("identity")).ToBeVisibleAsync();
        await visitor.Page.Locator("svg.waterfall [data-term=new]").ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("term=new"));
        await Expect(visitor.Id("behind").Locator("tbody tr").First).ToBeVisibleAsync();

        // The same by keyboard, at another bar.
        await visitor.Page.Locator("svg.waterfall [data-term=won]").FocusAsync();
        await visitor.Press("Enter");
        await Expect(visitor.Id("behind")).ToContainTextAsync("Won");
        var first = visitor.Id("behind").Locator("tbody a").First;
        var name = await first.InnerTextAsync();
        await first.ClickAsync();
        await Expect(visitor.Id("deal-name")).ToHaveTextAsync(name);
    }

    [Fact]
    public async Task A_page_without_the_right_to_it_says_so()
    {
        await using var visitor = await Demo.As(browser, "finance", "import", new Look("en"));
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "You may not see this page" }).First).ToBeAttachedAsync();
        await Expect(visitor.Page.Locator("input[type=file]")).ToHaveCountAsync(0);
    }

    /// <summary>An open opportunity and the stage after its own.</summary>
    internal static async Task<(System.Text.Json.Nodes.JsonNode Deal, string From, string To)> FirstThatCanMove(Api api)
    {
        var stages = (await api.Get("funnel"))["stages"]!.AsArray();
        for (var i = 0; i + 1 < stages.Count; i++)
        {
            var (here, next) = (stages[i]!, stages[i + 1]!);
            if ((string?)here["methodId"] != (string?)next["methodId"]) continue;
            var found = (await api.Get($"opportunities?status=Open&stage={here["key"]}&methodId={here["methodId"]}&limit=1"))["items"]!.AsArray();
            if (found.Count > 0) return (found[0]!, (string)here["key"]!, (string)next["key"]!);
        }

        throw new InvalidOperationException("The demo tenant has no open opportunity before a last stage.");
    }
}

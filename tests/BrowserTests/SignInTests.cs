using System.Text.RegularExpressions;
using Crm.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Crm.BrowserTests;

[Collection(Browser.Alone)]
public sealed class SignInTests(Browser browser)
{
    [Fact]
    public async Task A_seller_signs_in_by_keyboard_alone_and_stands_before_the_day()
    {
        await using var visitor = await browser.Visit(await browser.Demo);
        await visitor.Page.GotoAsync("");
        await Expect(visitor.Page.Locator("#tenant")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await visitor.Page.Locator("#tenant").FocusAsync();
        await visitor.Type(Demo.Tenant);
        await visitor.Press("Tab");
        await visitor.Type("seller");
        await visitor.Press("Tab");
        await visitor.Type(Demo.Password);
        await visitor.Press("Enter");

        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/my-day$"));
        await Expect(visitor.Id("my-tasks")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_password_is_said_in_words_and_the_right_one_then_works()
    {
        await using var visitor = await browser.Visit(await browser.Demo, new Look("en"));
        visitor.Expected.Add("401");
        await visitor.Page.GotoAsync("sign-in");
        await visitor.Page.Locator("#tenant").FillAsync(Demo.Tenant);
        await visitor.Page.Locator("#user-name").FillAsync("finance");
        await visitor.Page.Locator("#password").FillAsync("not-it");
        await visitor.Button("Sign in").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not right");

        await visitor.Page.Locator("#password").FillAsync(Demo.Password);
        await visitor.Button("Sign in").ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/my-day$"));
    }

    [Fact]
    public async Task A_link_to_a_page_survives_the_sign_in_and_signing_out_ends_the_session()
    {
        await using var visitor = await browser.Visit(await browser.Demo, new Look("en"));
        await visitor.Page.GotoAsync("customers?sort=-updatedAt");
        await visitor.Page.Locator("#tenant").FillAsync(Demo.Tenant);
        await visitor.Page.Locator("#user-name").FillAsync("manager");
        await visitor.Page.Locator("#password").FillAsync(Demo.Password);
        await visitor.Button("Sign in").ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex(@"/customers\?sort=-updatedAt$"));
        await Expect(visitor.Id("customers")).ToBeVisibleAsync();

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "My account" }).ClickAsync();
        await visitor.Button("Sign out").ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/sign-in"));
        await visitor.Page.GotoAsync("funnel");
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/sign-in"));
    }

    [Fact]
    public async Task Language_and_theme_are_switched_at_once_and_kept()
    {
        await using var visitor = await Demo.As(browser, "manager");
        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("销售漏斗");
        await visitor.Id("language").ClickAsync();
        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Funnel");
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await visitor.Settled();
        await Expect(visitor.Id("funnel").First).Not.ToContainTextAsync(new Regex(@"\p{IsCJKUnifiedIdeographs}"));

        await visitor.Id("theme").ClickAsync();
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await visitor.Page.ReloadAsync();
        await visitor.Settled();
        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Funnel");
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }
}

using System.Text.RegularExpressions;
using Crm.BrowserTests.Fixtures;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Crm.BrowserTests;

/// <summary>An administrator gives products and reasons words of the company's own, and colleagues work with them at once.</summary>
[Collection(Browser.Alone)]
[Trait("Promise", "S-93")]
public sealed class FieldsTests(Browser browser)
{
    [Theory]
    [InlineData("en", 1280)]
    [InlineData("en", 390)]
    public async Task A_field_that_is_added_is_filled_in_a_form_and_filters_and_sorts_the_list(string language, int width)
    {
        var mark = Guid.NewGuid().ToString("n")[..6];
        await using var visitor = await Demo.As(browser, "admin", "admin/fields?resource=products", new Look(language, "light", width));
        await visitor.Id("new-field").ClickAsync();
        var page = visitor.Page;
        await page.Locator("#field-zh").FillAsync($"保修 {mark}");
        await page.Locator("#field-en").FillAsync($"Warranty {mark}");
        await page.Locator("#field-type").SelectOptionAsync("Number");
        await page.Locator("#rule-max").FillAsync("120");
        await page.Locator("#field-key").FillAsync($"warranty{mark}");
        await visitor.Button("Save").ClickAsync();
        await Expect(visitor.Id("fields")).ToContainTextAsync($"Warranty {mark}");
        await Expect(visitor.Id("preview").Locator($"#preview-warranty{mark}")).ToBeVisibleAsync();
        await visitor.Picture("fields-added");

        await visitor.Go("products?new=true");
        await page.Locator("#product-code").FillAsync($"W-{mark}");
        await page.Locator("#product-name").FillAsync($"Sensor {mark}");
        await page.Locator("#product-price").FillAsync("10");
        await page.Locator($"#product-warranty{mark}").FillAsync("999");
        visitor.Expected.Add("400");
        await visitor.Button("Save").ClickAsync();
        await Expect(page.Locator($"#product-warranty{mark}-note")).ToContainTextAsync("At most 120");
        await page.Locator($"#product-warranty{mark}").FillAsync("36");
        await visitor.Button("Save").ClickAsync();
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);

        await visitor.Go($"products?columns=warranty{mark}&sort=-custom.warranty{mark}");
        await Expect(visitor.Id("products").Locator("tbody tr").First).ToContainTextAsync($"Sensor {mark}");
        await visitor.Go($"products?columns=warranty{mark}&custom.warranty{mark}[gte]=30");
        await Expect(visitor.Id("products").Locator("tbody tr")).ToHaveCountAsync(1);
        await visitor.Picture("products-own-fields");
        await page.Locator($"#own-warranty{mark}-from").FillAsync("40");
        await page.Locator($"#own-warranty{mark}-from").BlurAsync();
        await Expect(page).ToHaveURLAsync(new Regex("40"));
        await Expect(visitor.Id("products")).ToHaveCountAsync(0);

        await visitor.Go("admin/fields?resource=products");
        await visitor.Button($"Retire Warranty {mark}").ClickAsync();
        await Expect(visitor.Button($"Retire Warranty {mark}")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_choice_that_is_renamed_reads_so_on_the_records_that_have_it()
    {
        var mark = Guid.NewGuid().ToString("n")[..6];
        await using var visitor = await Demo.As(browser, "admin", "admin/pick-lists?list=industry", new Look("en"));
        var page = visitor.Page;
        await visitor.Id("new-choice").ClickAsync();
        await page.Locator("#choice-zh").FillAsync($"航天 {mark}");
        await page.Locator("#choice-en").FillAsync($"Space {mark}");
        await page.GetByLabel("Purple").CheckAsync();
        await visitor.Button("Save").ClickAsync();
        await Expect(visitor.Id("choices")).ToContainTextAsync($"Space {mark}");

        await visitor.Go("customers?new=true");
        await page.Locator("#customer-name").FillAsync($"Orbital {mark}");
        await page.Locator("#customer-industry").SelectOptionAsync($"Space {mark}");
        await visitor.Button("Save").ClickAsync();
        await Expect(page.Locator(".facts")).ToContainTextAsync($"Space {mark}");
        var customer = page.Url;

        await visitor.Go("admin/pick-lists?list=industry");
        await visitor.Button($"Edit Space {mark}").ClickAsync();
        await page.Locator("#choice-en").FillAsync($"Aerospace {mark}");
        await visitor.Button("Save").ClickAsync();
        await Expect(visitor.Id("choices")).ToContainTextAsync($"Aerospace {mark}");
        await visitor.Button($"Retire Aerospace {mark}").ClickAsync();
        await Expect(visitor.Button($"Retire Aerospace {mark}")).ToHaveCountAsync(0);

        await visitor.Go(new Uri(customer).AbsolutePath.TrimStart('/'));
        await Expect(page.Locator(".facts")).ToContainTextAsync($"Aerospace {mark}");
    }
}

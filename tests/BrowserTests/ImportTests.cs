using Crm.BrowserTests.Fixtures;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Crm.BrowserTests;

[Collection(Browser.Alone)]
public sealed class ImportTests(Browser browser)
{
    [Fact]
    public async Task A_file_is_looked_at_tried_and_imported_and_the_row_that_was_refused_says_why()
    {
        await using var visitor = await Demo.As(browser, "admin", "import/customers");
        await visitor.Id("file").SetInputFilesAsync(new Microsoft.Playwright.FilePayload
        {
            Name = "客户.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("编号,客户名称,行业,邮箱\nB-1,浏览器一号公司,制造,\nB-2,,制造,\nB-3,浏览器三号公司,贸易,\n"),
        });
        await Expect(visitor.Id("mapping")).ToBeVisibleAsync();
        await Expect(visitor.Id("mapping")).ToContainTextAsync("浏览器一号公司");
        await visitor.Picture("import-mapping");

        await visitor.Id("dry-run").ClickAsync();
        await Expect(visitor.Id("job")).ToHaveAttributeAsync("data-status", "Completed");
        await Expect(visitor.Id("job-succeeded")).ToHaveTextAsync("2");
        await visitor.Id("import").ClickAsync();
        await Expect(visitor.Page.GetByText("已完成")).ToBeVisibleAsync();
        await Expect(visitor.Id("job-succeeded")).ToHaveTextAsync("2");
        await Expect(visitor.Id("job-failed")).ToHaveTextAsync("1");
        await Expect(visitor.Id("rows").Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(visitor.Id("rows")).ToContainTextAsync("没有填写");
        await visitor.Picture("import-rows");

        await visitor.Go("customers?q=浏览器");
        await Expect(visitor.Id("customers").Locator("tbody tr")).ToHaveCountAsync(2);
    }
}

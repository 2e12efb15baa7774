using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Crm.BrowserTests;

public sealed partial class SignInPageTests
{
    const string Chromium = "/usr/bin/chromium";

    [Fact]
    public async Task An_empty_installation_shows_its_first_page_without_a_fault()
    {
        if (!File.Exists(Chromium))
        {
            if (Environment.GetEnvironmentVariable("CRM_TEST_REQUIRE_ALL") == "1") Assert.Fail("Chromium is not installed.");
            Assert.Skip("Chromium is not installed: there is no " + Chromium);
        }
        var folder = Directory.CreateTempSubdirectory("crm-browser-").FullName;
        using var host = Process.Start(new ProcessStartInfo("dotnet",
            [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", "--data", folder])
        { RedirectStandardOutput = true })!;
        try
        {
            var address = await Address(host);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Chromium,
                Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
            var page = await browser.NewPageAsync();
            var faults = new List<string>();
            page.PageError += (_, fault) => faults.Add(fault);
            await page.GotoAsync(address, new() { Timeout = 60_000 });
            await page.Locator("input").First.WaitForAsync(new() { Timeout = 60_000 });
            Assert.Empty(faults);
            Assert.False(await page.Locator("#blazor-error-ui").IsVisibleAsync());
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync(TestContext.Current.CancellationToken);
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<string> Address(Process host)
    {
        while (await host.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match) return match.Groups[1].Value;
        }
        throw new InvalidOperationException("The host ended before it listened.");
    }

    [GeneratedRegex(@"(http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}

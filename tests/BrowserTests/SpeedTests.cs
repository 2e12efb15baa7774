using System.Diagnostics;
using System.Globalization;
using Crm.BrowserTests.Fixtures;
using Xunit;

namespace Crm.BrowserTests;

/// <summary>How long a first and a second visit take. Said in the output and not asserted: a clock says more of the machine than of the code.</summary>
[Collection(Browser.Alone)]
public sealed class SpeedTests(Browser browser)
{
    [Fact]
    public async Task The_first_visit_and_the_next_are_measured()
    {
        await using var visitor = await browser.Visit(await browser.Demo);
        long bytes = 0;
        var requests = 0;
        visitor.Page.Response += (_, answer) =>
        {
            requests++;
            if (answer.Headers.TryGetValue("content-length", out var length)) bytes += long.Parse(length, CultureInfo.InvariantCulture);
        };
        var watch = Stopwatch.StartNew();
        await visitor.Page.GotoAsync("sign-in");
        await visitor.Page.Locator("#tenant").WaitForAsync(new() { Timeout = 90_000 });
        var first = watch.Elapsed;
        var (firstBytes, firstRequests) = (bytes, requests);
        await visitor.ComeIn(Demo.Tenant, "seller", Demo.Password);
        watch.Restart();
        await visitor.Page.ReloadAsync();
        await visitor.Id("funnel").First.WaitForAsync(new() { Timeout = 90_000 });
        var said = string.Create(CultureInfo.InvariantCulture,
            $"First visit until the sign-in can be used: {first.TotalSeconds:0.00} s, {firstRequests} requests, {firstBytes / 1024.0 / 1024.0:0.0} MB. Next visit until the funnel stands: {watch.Elapsed.TotalSeconds:0.00} s.");
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        await File.WriteAllTextAsync(Path.Combine(Browser.Screenshots, "speed.txt"), said, TestContext.Current.CancellationToken);
        Assert.True(firstRequests > 0);
    }
}

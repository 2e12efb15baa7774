using Crm.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Crm.BrowserTests.Fixtures;

/// <summary>One Chromium for the whole suite, and the hosts it visits: one with the demo tenant, one that begins empty.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>All tests stand in one collection and so run one after the other: on two cores, and one counts what another moves.</summary>
    public const string Alone = "One browser";

    const string Chromium = "/usr/bin/chromium";
    readonly Lazy<Task<RunningHost>> _demo = new(() => RunningHost.Start("--demo"));
    readonly Lazy<Task<RunningHost>> _own = new(() => RunningHost.Start());
    IPlaywright? _playwright;
    IBrowser? _browser;

    /// <summary>A folder for what the pages looked like; not part of the repository.</summary>
    public static string Screenshots { get; } = Path.Combine(Checkout.Root, "screenshots");

    /// <summary>The demo tenant, as it is shown to people.</summary>
    public Task<RunningHost> Demo => _demo.Value;

    /// <summary>An installation that begins empty and is set up by the tests.</summary>
    public Task<RunningHost> Own => _own.Value;

    public ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Screenshots);
        Assertions.SetDefaultExpectTimeout(30_000);
        return ValueTask.CompletedTask;
    }

    /// <summary>A window of its own: nothing is shared with another visitor but the server.</summary>
    public async Task<Visitor> Visit(RunningHost host, Look? look = null)
    {
        if (!File.Exists(Chromium)) Lacking("Chromium is not installed: there is no " + Chromium);
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return await Visitor.Of(_browser, host, look ?? new Look());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        foreach (var host in new[] { _demo, _own }.Where(h => h.IsValueCreated && h.Value.IsCompletedSuccessfully)) await (await host.Value).DisposeAsync();
    }

    static void Lacking(string what)
    {
        if (Environment.GetEnvironmentVariable("CRM_TEST_REQUIRE_ALL") == "1") Assert.Fail(what);
        Assert.Skip(what);
    }
}

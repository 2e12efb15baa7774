using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Crm.BrowserTests.Fixtures;

/// <summary>Somebody at a browser window. Faults of the page and requests to anywhere else are kept and fail the test at its end.</summary>
public sealed class Visitor : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly RunningHost _host;
    readonly List<string> _faults = [];

    Visitor(IBrowserContext context, IPage page, RunningHost host, Look look)
    {
        _context = context;
        _host = host;
        Page = page;
        Look = look;
        page.PageError += (_, fault) => _faults.Add("fault: " + fault);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !Expected.Any(part => message.Text.Contains(part, StringComparison.Ordinal))) _faults.Add($"console: {message.Text} {message.Location}");
        };
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" && address.Authority != host.Address.Authority) _faults.Add("request to another origin: " + request.Url);
        };
    }

    public IPage Page { get; }

    public Look Look { get; }

    /// <summary>Parts of console messages that a test brings about on purpose, such as the browser's note on a refused call.</summary>
    public List<string> Expected { get; } = [];

    /// <summary>What went wrong in the window so far.</summary>
    public IReadOnlyList<string> Faults => _faults;

    internal static async Task<Visitor> Of(IBrowser browser, RunningHost host, Look look)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = host.Address.ToString(),
            ViewportSize = new() { Width = look.Width, Height = 800 },
            Locale = look.Language,
            ColorScheme = look.Theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        context.SetDefaultNavigationTimeout(90_000);
        // Chosen as by hand, but only where nothing was chosen yet, so that a switch on the page stays.
        await context.AddInitScriptAsync($$"""
            for (const [key, value] of [['crm.language', '{{look.Language}}'], ['crm.theme', '{{look.Theme}}']])
              if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
            """);
        return new Visitor(context, await context.NewPageAsync(), host, look);
    }

    /// <summary>Comes in with a session that was begun elsewhere; the sign-in page has tests of its own.</summary>
    public async Task ComeIn(string tenant, string userName, string password, string path = "funnel")
    {
        using var api = await Api.SignIn(_host, tenant, userName, password);
        var tokens = JsonSerializer.Serialize(new
        {
            Access = (string)api.Tokens["accessToken"]!,
            Refresh = (string)api.Tokens["refreshToken"]!,
            EndsAt = DateTimeOffset.UtcNow.AddSeconds((int)api.Tokens["expiresIn"]!),
        });
        await _context.AddInitScriptAsync($"if (!sessionStorage.getItem('came-in')) {{ sessionStorage.setItem('came-in', '1'); localStorage.setItem('crm.tokens', {JsonSerializer.Serialize(tokens)}); }}");
        await Page.GotoAsync(path);
        await Settled();
    }

    /// <summary>Goes to a page as a link does, without loading the app anew.</summary>
    public async Task Go(string path)
    {
        await Page.EvaluateAsync("path => Blazor.navigateTo(path)", path);
        await Page.WaitForURLAsync(address => address.Contains(path.Split('?')[0], StringComparison.Ordinal));
        await Settled();
    }

    /// <summary>The page stands: a heading is there and nothing is being read.</summary>
    public async Task Settled()
    {
        await Page.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 90_000 });
        await Page.WaitForFunctionAsync("() => !document.querySelector('.boot, .working:not(.none), .stale-figures')", null, new() { Timeout = 60_000 });
    }

    public ILocator Id(string testId) => Page.Locator($"[data-testid={testId}]");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>What the open list of a search field offers.</summary>
    public ILocator Choices => Page.Locator("ul[role=listbox]:not([hidden]) [role=option]:not([aria-disabled])");

    public Task Press(string key) => Page.Keyboard.PressAsync(key);

    public Task Type(string text) => Page.Keyboard.TypeAsync(text);

    public async Task Picture(string name) => await Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Browser.Screenshots, $"{name}-{Look}.png"),
        FullPage = true,
    });

    /// <summary>Whether anything stands beyond the right edge, so that the page would have to be pushed sideways.</summary>
    public async Task<string?> Overflow() => await Page.EvaluateAsync<string?>("""
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return null;
          const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest('.table-frame, .board, .path'))
            .slice(0, 5).map(e => e.tagName.toLowerCase() + '.' + e.className);
          return `${document.documentElement.scrollWidth} px wide in ${width}: ${wide.join(', ')}`;
        }
        """);

    public async Task<int> Number(ILocator locator, string attribute) =>
        int.Parse(await locator.GetAttributeAsync(attribute) ?? "", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }
}

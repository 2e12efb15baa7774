namespace Crm.BrowserTests.Fixtures;

/// <summary>Signing in to the demo tenant, as the host prints it.</summary>
static class Demo
{
    public const string Tenant = "demo";
    public const string Password = "Demo-2026!";

    /// <summary>A window in which one of the demo's people is signed in.</summary>
    public static async Task<Visitor> As(Browser browser, string userName, string path = "funnel", Look? look = null, params string[] expected)
    {
        var visitor = await browser.Visit(await browser.Demo, look);
        visitor.Expected.AddRange(expected);
        await visitor.ComeIn(Tenant, userName, Password, path);
        return visitor;
    }

    /// <summary>The same person at another client of the API.</summary>
    public static async Task<Api> Api(Browser browser, string userName) => await Fixtures.Api.SignIn(await browser.Demo, Tenant, userName, Password);
}

using Microsoft.AspNetCore.Hosting.StaticWebAssets;

namespace Crm.Host;

/// <summary>
/// Serves the browser app from this host: its files are static web assets of the build, so that <c>dotnet run</c> on a fresh
/// machine shows the app in every environment and nothing is fetched from the network.
/// </summary>
static class WebApp
{
    const string Shell = "index.html";

    /// <summary>Outside Development the framework leaves the manifest of a build alone; a published host has none and needs none.</summary>
    public static void UseWebApp(this WebApplicationBuilder builder) =>
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);

    /// <summary>Maps the files, and the shell for every address that is a page of the app. A path of the API or a missing file never falls back to a page.</summary>
    public static void MapWebApp(this WebApplication app)
    {
        app.MapStaticAssets();
        var shell = new StaticFileOptions { OnPrepareResponse = prepared => prepared.Context.Response.Headers.CacheControl = "no-cache" };
        app.MapFallbackToFile("", Shell, shell);
        app.MapFallbackToFile("{*path:nonfile:regex(^(?!(api|openapi|health)/))}", Shell, shell);
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.FileProviders;

namespace Crm.Host;

/// <summary>
/// Serves the browser app from this host: its files are static web assets of the build, so that <c>dotnet run</c> on a fresh
/// machine shows the app in every environment and nothing is fetched from the network.
/// </summary>
static partial class WebApp
{
    const string Shell = "index.html";

    /// <summary>Outside Development the framework leaves the manifest of a build alone; a published host has none and needs none.</summary>
    public static void UseWebApp(this WebApplicationBuilder builder) =>
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);

    /// <summary>Maps the files, and the shell for every address that is a page of the app. A path of the API or a missing file never falls back to a page.</summary>
    public static void MapWebApp(this WebApplication app)
    {
        app.MapStaticAssets();
        var policy = ContentSecurityPolicy(app.Environment.WebRootFileProvider);
        var shell = new StaticFileOptions
        {
            OnPrepareResponse = prepared =>
            {
                prepared.Context.Response.Headers.CacheControl = "no-cache";
                prepared.Context.Response.Headers.ContentSecurityPolicy = policy;
            },
        };
        app.MapFallbackToFile("", Shell, shell);
        app.MapFallbackToFile("{*path:nonfile:regex(^(?!(api|openapi|health)/))}", Shell, shell);
    }

    /// <summary>
    /// Only what the app itself brings may run: the scripts of this origin, WebAssembly, and the import map that the build
    /// writes into the shell, known by its hash.
    /// </summary>
    static string ContentSecurityPolicy(IFileProvider files)
    {
        var hashes = new StringBuilder();
        var shell = files.GetFileInfo(Shell);
        if (shell.Exists)
        {
            using var reader = new StreamReader(shell.CreateReadStream(), Encoding.UTF8);
            foreach (var script in InlineScript().Matches(reader.ReadToEnd()).Select(found => found.Groups["body"].Value))
                hashes.Append(" 'sha256-").Append(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))).Append('\'');
        }

        return $"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
               "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>(?<body>.+?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript();
}

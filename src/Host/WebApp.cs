using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;

namespace Crm.Host;

/// <summary>
/// Serves the browser app from this host: its files are static web assets of the build, so that `dotnet run` on a fresh
/// machine shows the app in every environment and nothing is fetched from the network.
/// </summary>
internal static partial class WebApp
{
    private const string Shell = "index.html";

    /// <summary>Outside Development the framework leaves the manifest of a build alone; a published host has none and needs none.</summary>
    public static void UseWebApp(this WebApplicationBuilder builder) =>
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);

    /// <summary>Maps the files, and the shell for every address that is a page of the app. API addresses never fall back to a page.</summary>
    public static void MapWebApp(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();

        var policy = ContentSecurityPolicy(app.Environment.WebRootFileProvider);
        var options = new StaticFileOptions
        {
            OnPrepareResponse = context =>
            {
                var headers = context.Context.Response.Headers;
                headers.CacheControl = "no-cache";
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
            }
        };
        app.MapFallbackToFile("{*path:regex(^(?!api/|openapi/|health/|_framework/|_content/))}", Shell, options).AllowAnonymous();
    }

    /// <summary>
    /// Only what the app itself brings may run: the scripts of this origin, WebAssembly, and the import map that the build
    /// writes into the shell, known by its hash.
    /// </summary>
    private static string ContentSecurityPolicy(Microsoft.Extensions.FileProviders.IFileProvider files)
    {
        var shell = files.GetFileInfo(Shell);
        var hashes = new StringBuilder();
        if (shell.Exists)
        {
            using var reader = new StreamReader(shell.CreateReadStream(), Encoding.UTF8);
            foreach (Match script in InlineScript().Matches(reader.ReadToEnd()))
            {
                var hash = SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups["body"].Value));
                hashes.Append(" 'sha256-").Append(Convert.ToBase64String(hash)).Append('\'');
            }
        }

        return $"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self' 'unsafe-inline'; " +
               "img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>(?<body>.+?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript();
}

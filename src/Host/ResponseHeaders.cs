namespace Crm.Host;

/// <summary>Headers that keep a browser from guessing, framing or fetching from elsewhere.</summary>
static class ResponseHeaders
{
    // Radzen sets inline styles; scripts come from this host alone, none stands in a page.
    const string Policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
                          "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    public static void UseResponseHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            headers.CacheControl = "no-store";
        }
        else
        {
            headers.ContentSecurityPolicy = Policy;
            headers["Referrer-Policy"] = "same-origin";
        }
        return next(http);
    });
}

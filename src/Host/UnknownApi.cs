using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;

namespace Crm.Host;

/// <summary>A path of the API that does not exist answers with a problem document, not with the web app.</summary>
static class UnknownApi
{
    /// <summary>
    /// After routing and not as a route of its own: a catch-all beside a route with an optional body wins whenever a call sends none.
    /// </summary>
    public static void UseUnknownApi(this WebApplication app) => app.Use(static (http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments("/api")) return next(http);
        var endpoint = http.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<BehindGate>() is not null) return next(http);
        // What routing itself answers with is no route: a known path sent in another content type.
        return endpoint is not null and not RouteEndpoint && endpoint.DisplayName?.StartsWith("415", StringComparison.Ordinal) == true
            ? Problems.Write(http, new Refusal(RefusalKind.Unsupported, "request/unsupported-media-type", "This call takes application/json."))
            : Problems.Write(http, Refusal.NotFound("request/no-such-path", "There is nothing at this path."));
    });
}

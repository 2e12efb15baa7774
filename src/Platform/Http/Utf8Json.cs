using Microsoft.AspNetCore.Builder;
using Microsoft.Net.Http.Headers;

namespace Crm.Platform.Http;

/// <summary>JSON between systems is UTF-8 (RFC 8259). Another charset, known or not, is refused before anybody tries to read it.</summary>
public static class Utf8Json
{
    public static void UseUtf8Json(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        if (http.Request.ContentType is null || !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || !type.SubTypeWithoutSuffix.Equals("json", StringComparison.OrdinalIgnoreCase) && !type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        {
            return next(http);
        }
        return Problems.Write(http, new Refusal(RefusalKind.Unsupported, "request/unsupported-media-type", "JSON is read as UTF-8 only."));
    });
}

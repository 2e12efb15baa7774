using Microsoft.AspNetCore.Http;

namespace Crm.Platform.Security;

/// <summary>
/// The language that a request asks to be answered in: the first of ours in Accept-Language. A page that is switched to English shows
/// English stage names whatever language the member's record has; a program that asks for none gets the member's own.
/// </summary>
internal static class AskedLanguage
{
    internal static string? Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(asked => asked.Quality is not 0)
        .OrderByDescending(asked => asked.Quality ?? 1)
        .Select(asked => asked.Value.Value)
        .Select(tag => tag is null ? null
            : tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-CN"
            : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : null)
        .FirstOrDefault(language => language is not null);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Crm.Platform.Lists;

/// <summary>The query string of a list as it was sent. A <see cref="ListSpec{T}"/> gives it meaning. Bound as a handler parameter.</summary>
public sealed record ListQuery(IReadOnlyDictionary<string, StringValues> Parameters)
{
    public static readonly ListQuery Empty = new(new Dictionary<string, StringValues>());

    public static ValueTask<ListQuery?> BindAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return ValueTask.FromResult<ListQuery?>(
            new ListQuery(http.Request.Query.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal)));
    }
}

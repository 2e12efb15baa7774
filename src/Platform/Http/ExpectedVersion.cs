using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Crm.Platform.Http;

/// <summary>The version the caller read, from <c>If-Match</c>. <c>*</c> means whichever is current.</summary>
/// <param name="Number">Null for <c>*</c>.</param>
public sealed record ExpectedVersion(int? Number)
{
    /// <summary>A refusal (412) unless the current version is the expected one.</summary>
    public Refusal? Check(int current) => Number is { } expected && expected != current ? Refusal.Stale() : null;

    public static ValueTask<ExpectedVersion?> BindAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return ValueTask.FromResult<ExpectedVersion?>(Read(http) is { IsRefused: false } read ? read.Value : new ExpectedVersion((int?)null));
    }

    internal static Outcome<ExpectedVersion> Read(HttpContext http)
    {
        var text = http.Request.Headers.IfMatch.ToString().Trim();
        if (text.Length == 0) return Refusal.VersionRequired();
        if (text == "*") return new ExpectedVersion((int?)null);
        if (text.StartsWith("W/", StringComparison.Ordinal)) text = text[2..];
        return int.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ExpectedVersion(number)
            : Refusal.Field("If-Match", "request/bad-version", "If-Match is a version as it stood in ETag, e.g. \"3\".");
    }
}

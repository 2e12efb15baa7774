using System.Globalization;
using System.Threading.RateLimiting;
using Crm.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Crm.Organization.Accounts;

/// <summary>How often a name may be tried, and how often an address may try. Counted on this node.</summary>
internal sealed class SignInLimits(IOptions<SignInSettings> options) : IDisposable
{
    readonly PartitionedRateLimiter<string> _names = PerMinute(options.Value.PerNameAMinute);
    readonly PartitionedRateLimiter<string> _addresses = PerMinute(options.Value.PerAddressAMinute);

    internal Refusal? Check(HttpContext http, string name)
    {
        using var address = _addresses.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        using var named = _names.AttemptAcquire(name);
        if (address.IsAcquired && named.IsAcquired) return null;
        var refused = address.IsAcquired ? named : address;
        var wait = refused.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        http.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new Refusal(RefusalKind.TooManyRequests, "auth/too-many-attempts", "Too many attempts to sign in. Wait a minute.");
    }

    public void Dispose()
    {
        _names.Dispose();
        _addresses.Dispose();
    }

    static PartitionedRateLimiter<string> PerMinute(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));
}

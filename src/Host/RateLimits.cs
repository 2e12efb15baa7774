using System.Globalization;
using System.Threading.RateLimiting;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;

namespace Crm.Host;

/// <summary>
/// Requests a minute per credential and per tenant, configurable by <c>Limits:RequestsPerMinutePerCredential</c> and
/// <c>Limits:RequestsPerMinutePerTenant</c>. Every answer says what is left; past the limit 429 says when to come back.
/// </summary>
sealed class RateLimits : IAsyncDisposable
{
    readonly RequestDelegate _next;
    readonly int _perCredential;
    readonly string _limit;
    readonly PartitionedRateLimiter<Caller> _credentials;
    readonly PartitionedRateLimiter<Caller> _tenants;

    public RateLimits(RequestDelegate next, IConfiguration configuration)
    {
        _next = next;
        _perCredential = configuration.GetValue("Limits:RequestsPerMinutePerCredential", 6_000);
        _limit = _perCredential.ToString(CultureInfo.InvariantCulture);
        var perTenant = configuration.GetValue("Limits:RequestsPerMinutePerTenant", 60_000);
        _credentials = PartitionedRateLimiter.Create<Caller, string>(caller => RateLimitPartition.GetSlidingWindowLimiter(caller.CredentialId, _ => Window(_perCredential)));
        _tenants = PartitionedRateLimiter.Create<Caller, Guid>(caller => RateLimitPartition.GetSlidingWindowLimiter(caller.TenantId, _ => Window(perTenant)));
    }

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<Caller>() is not { } caller)
        {
            await _next(http);
            return;
        }
        using var credential = _credentials.AttemptAcquire(caller);
        using var tenant = _tenants.AttemptAcquire(caller);
        var left = credential.IsAcquired ? _credentials.GetStatistics(caller)?.CurrentAvailablePermits ?? 0 : 0;
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = _limit;
        headers["RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = "60";
        if (credential.IsAcquired && tenant.IsAcquired)
        {
            await _next(http);
            return;
        }
        headers.RetryAfter = "10";
        await Problems.Write(http, new Refusal(RefusalKind.TooManyRequests, "request/rate-limited", "Too many requests. Wait as long as Retry-After says."));
    }

    public async ValueTask DisposeAsync()
    {
        await _credentials.DisposeAsync();
        await _tenants.DisposeAsync();
    }

    static SlidingWindowRateLimiterOptions Window(int perMinute) => new()
    {
        PermitLimit = perMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
        QueueLimit = 0,
    };
}

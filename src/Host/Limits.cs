namespace Crm.Host;

/// <summary>What nobody may exceed in size. Rates are <see cref="RateLimits"/>.</summary>
static class Limits
{
    /// <summary>Imports and plugin uploads raise it for themselves.</summary>
    public const long BodyBytes = 1024 * 1024;

    public static void AddLimits(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
    });
}

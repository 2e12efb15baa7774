namespace Crm.Platform.Data;

public static class Clock
{
    /// <summary>Now in UTC, cut to microseconds: the finest instant that every engine keeps unchanged.</summary>
    public static DateTime UtcNow(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
    }
}

using System.Diagnostics;
using Xunit;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>Waits for a condition with a deadline; the only place of the tests that lets time pass.</summary>
public static class Eventually
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>Asks until the answer is as wanted and returns it; fails with what it saw last.</summary>
    public static async Task<T> Get<T>(Func<Task<T>> ask, Func<T, bool> wanted, string what, TimeSpan? within = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var seen = await ask();
            if (wanted(seen))
                return seen;
            if (watch.Elapsed > (within ?? Deadline))
                Assert.Fail($"Not within {(within ?? Deadline).TotalSeconds:0} s: {what}. Last seen: {seen}");
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(250, 5 + watch.ElapsedMilliseconds / 20)), TestContext.Current.CancellationToken);
        }
    }

    public static Task True(Func<Task<bool>> condition, string what, TimeSpan? within = null) => Get(condition, seen => seen, what, within);

    public static Task True(Func<bool> condition, string what, TimeSpan? within = null) => Get(() => Task.FromResult(condition()), seen => seen, what, within);
}

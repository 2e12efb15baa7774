using Xunit;

namespace Crm.UnitTests;

/// <summary>Waits for a condition with a deadline; the only place of these tests that lets time pass.</summary>
static class Eventually
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public static async Task<T> Get<T>(Func<Task<T>> read, Func<T, bool> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (condition(value)) return value;
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Deadline, $"Still {value}.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}

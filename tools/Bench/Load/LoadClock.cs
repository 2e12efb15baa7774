using System.Diagnostics;

namespace Crm.Bench.Load;

/// <summary>When a load counts: after every client has had its first answer and the warm-up is over. A slow start is not measured, and nothing is measured on the way to it.</summary>
internal sealed class LoadClock(LoadSpec spec) : IDisposable
{
    readonly CountdownEvent _waiting = new(spec.Clients);
    long _from = long.MaxValue;

    public long From => Volatile.Read(ref _from);

    public long Until => From is var from && from == long.MaxValue ? from : from + (long)(spec.Seconds * Stopwatch.Frequency);

    /// <summary>Called once by each client, at its first answer or when it ends without one.</summary>
    public void Answered()
    {
        if (_waiting.Signal())
            Volatile.Write(ref _from, Stopwatch.GetTimestamp() + (long)(spec.WarmUpSeconds * Stopwatch.Frequency));
    }

    public void Dispose() => _waiting.Dispose();
}

using System.Diagnostics.Metrics;
using Crm.Methodology.Sdk;
using Microsoft.Extensions.Logging;

namespace Crm.Opportunities.Methodologies;

/// <summary>
/// Calls into one plugin: caught, timed and counted. An endless loop cannot be stopped in process, so one timeout ends the
/// asking; exceptions may be about one opportunity, so it takes a few in a row. A rescan asks again.
/// </summary>
internal sealed class PluginCalls(string name, ISalesMethod method, MethodOptions options, TimeProvider clock, ILogger logger)
{
    static readonly Meter Meter = new("Crm.Opportunities");
    static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("crm.methods.assess.duration", "ms", "Time that a method plugin takes to assess an opportunity");
    static readonly Counter<long> FaultCount = Meter.CreateCounter<long>("crm.methods.faults", description: "Answers that a method plugin owed");

    readonly Lock _lock = new();
    readonly KeyValuePair<string, object?> _tag = new("method", name);
    PluginTally _tally = new();
    int _faultsInRow;

    /// <summary>Set while the plugin is asked no more.</summary>
    public string? OutReason { get; private set; }

    public PluginTally Tally
    {
        get
        {
            lock (_lock)
                return _tally;
        }
    }

    /// <summary>Ask it again from now on.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            OutReason = null;
            _faultsInRow = 0;
        }
    }

    /// <returns>The answer, or why there is none.</returns>
    public async ValueTask<(Assessment? Answer, string? Fault)> Assess(MethodVersion version, AssessmentInput input, CancellationToken ct)
    {
        if (OutReason is { } reason)
            return (null, reason);

        var started = 0L;
        var limit = TimeSpan.FromMilliseconds(options.AssessTimeoutMs);
        var call = Task.Run(
            () =>
            {
                Volatile.Write(ref started, clock.GetTimestamp());
                var answer = DefinitionCopy.Of(method.Assess(input));
                return (Answer: answer, Fault: AssessmentCheck.Fault(version, input, answer), Elapsed: clock.GetElapsedTime(started));
            },
            CancellationToken.None);

        while (true)
        {
            try
            {
                var (answer, fault, elapsed) = await call.WaitAsync(limit, clock, ct);
                return fault is null ? Answered(answer!, elapsed) : Failed(fault, null);
            }
            catch (TimeoutException) when (!call.IsFaulted)
            {
                // A busy machine may not even have begun the call: only time spent in the plugin counts against it. And an answer
                // that came while the time ran out is an answer.
                if (!call.IsCompleted && Volatile.Read(ref started) is var begun and > 0 && clock.GetElapsedTime(begun) >= limit)
                    return TimedOut();
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception ex)
            {
                return Failed($"It threw {ex.GetType().Name}: {Short(ex.Message)}", ex);
            }
        }
    }

    (Assessment?, string?) Answered(Assessment answer, TimeSpan elapsed)
    {
        Durations.Record(elapsed.TotalMilliseconds, _tag);
        lock (_lock)
        {
            _faultsInRow = 0;
            _tally = _tally.Answered(elapsed);
        }

        return (answer, null);
    }

    (Assessment?, string?) Failed(string fault, Exception? exception)
    {
        lock (_lock)
        {
            _tally = _tally.Failed(fault, clock.GetUtcNow().UtcDateTime);
            if (++_faultsInRow >= options.FaultLimit)
                OutReason ??= $"{_faultsInRow} faults in a row, the last: {fault}";
        }

        FaultCount.Add(1, _tag);
        logger.LogWarning(exception, "The method {Method} failed to assess an opportunity: {Fault}", name, fault);
        return (null, fault);
    }

    (Assessment?, string?) TimedOut()
    {
        var fault = $"It did not answer within {options.AssessTimeoutMs} ms.";
        lock (_lock)
            OutReason ??= fault;
        return Failed(fault, null);
    }

    static string Short(string text) => text.Length <= 300 ? text : text[..300] + "…";
}

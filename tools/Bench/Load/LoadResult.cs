namespace Crm.Bench.Load;

/// <summary>What a load process measured. Latencies and the rate are of successes only; failures are counted beside them.</summary>
internal sealed record LoadResult
{
    public required int Clients { get; init; }

    public required double Seconds { get; init; }

    public required long Succeeded { get; init; }

    public required long Failed { get; init; }

    public required string? FirstFailure { get; init; }

    public required double P50Ms { get; init; }

    public required double P99Ms { get; init; }

    public required double MaxMs { get; init; }

    /// <summary>True when a writer ran out of opportunities before the time was over; the rate is then over the shorter time.</summary>
    public bool RanDry { get; init; }

    /// <summary>All requests, those of the warm-up included.</summary>
    public long Sent { get; init; }

    /// <summary>Processor time of the host for each request sent, on all cores: what else the machine does hardly changes it.</summary>
    public double HostCpuUs { get; init; }

    public double PerSecond => Succeeded / Seconds;
}

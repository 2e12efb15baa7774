using Crm.Bench.Hosts;

namespace Crm.Bench.Load;

/// <summary>Loads on a host, as the run's options say how long.</summary>
internal static class Loads
{
    public const string Generator =
        "load generator: a child process of the bench on the same machine, one thread with one keep-alive HTTP/1.1 connection on a blocking socket per client, no pipelining; it shares the cores with the host";

    public static Task<LoadResult> Read(this BenchRun run, BenchHost host, int clients, IReadOnlyList<string> paths, CancellationToken ct) =>
        Run(run, host, clients, new Work(paths, []), ct);

    public static Task<LoadResult> Advance(this BenchRun run, BenchHost host, int clients, IReadOnlyList<AdvanceWork> advances, CancellationToken ct) =>
        Run(run, host, clients, new Work([], advances), ct);

    static async Task<LoadResult> Run(BenchRun run, BenchHost host, int clients, Work work, CancellationToken ct)
    {
        var spec = new LoadSpec
        {
            Host = host.Address.Host,
            Port = host.Address.Port,
            Clients = clients,
            WarmUpSeconds = run.Options.WarmUpSeconds,
            Seconds = run.Options.Seconds,
            Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {host.Api.Token}" },
            Reads = work.Reads,
            Advances = work.Advances,
        };
        var worked = host.CpuSeconds();
        var result = await LoadProcess.Run(spec, ct);
        // A rate of refusals is no figure.
        if (result.Failed > 0)
            throw new InvalidOperationException($"{result.Failed} of {result.Failed + result.Succeeded} requests failed, the first with: {result.FirstFailure}");
        return result.Succeeded > 0
            ? result with { HostCpuUs = (host.CpuSeconds() - worked) * 1e6 / result.Sent }
            : throw new TimeoutException($"No request that began in the {spec.Seconds} s of a round was answered: the machine is too busy to measure.");
    }

    sealed record Work(IReadOnlyList<string> Reads, IReadOnlyList<AdvanceWork> Advances);
}

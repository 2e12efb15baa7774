namespace Crm.Bench.Load;

/// <summary>What a load process is to do: so many keep-alive connections for so long, each sending its requests in turn.</summary>
internal sealed record LoadSpec
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required int Clients { get; init; }

    public required double WarmUpSeconds { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Headers of every request, without the one for the host.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Paths that the clients read in turn; empty when they write.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>Opportunities that the clients advance, each by one client only; empty when they read.</summary>
    public IReadOnlyList<AdvanceWork> Advances { get; init; } = [];
}

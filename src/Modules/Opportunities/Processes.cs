using System.Collections.Concurrent;
using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Opportunities.Methodologies;
using SdkClass = Crm.Methodology.Sdk.StageClass;

namespace Crm.Opportunities;

/// <summary>Method versions as the rules of an opportunity read them. The only source of stages.</summary>
internal sealed class Processes(MethodCatalog methods)
{
    readonly ConcurrentDictionary<(string Id, string Version), Process> _known = new();

    /// <summary>The version an opportunity is pinned to; null when this host does not have it in working order.</summary>
    public Process? Find(string methodId, string version)
    {
        if (_known.TryGetValue((methodId, version), out var known)) return known;
        return methods.Find(methodId, version) is { } method ? _known.GetOrAdd((methodId, version), _ => Read(method)) : null;
    }

    /// <summary>The version that a new opportunity takes.</summary>
    public Process? Latest(string methodId) => methods.Latest(methodId) is { } method ? Find(method.Id, method.Version) : null;

    static Process Read(MethodVersion method) => new(
        method.Id,
        method.Version,
        method.Stages.Select(stage => new ProcessStage(
            stage.Key,
            stage.Order,
            stage.Class switch { SdkClass.Won => StageClass.Won, SdkClass.Lost => StageClass.Lost, _ => StageClass.Open },
            Enum.Parse<FunnelBand>((stage.Band ?? Methodology.Sdk.Band.Lower).ToString()),
            (int)(stage.DefaultProbability * 10_000),
            Enum.Parse<ForecastCategory>(stage.ForecastCategory.ToString()))),
        method.Definition.Transitions.Select(move => (move.From, move.To)));
}

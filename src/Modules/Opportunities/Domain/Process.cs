using System.Collections.Frozen;

namespace Crm.Opportunities.Domain;

/// <summary>The part of a method version that decides where an opportunity may stand and go. Immutable, like the version itself.</summary>
internal sealed class Process
{
    readonly FrozenDictionary<string, ProcessStage> _stages;
    readonly FrozenSet<(string From, string To)> _transitions;

    public Process(string methodId, string version, IEnumerable<ProcessStage> stages, IEnumerable<(string From, string To)> transitions)
    {
        MethodId = methodId;
        Version = version;
        Stages = [.. stages.OrderBy(stage => stage.Order)];
        _stages = Stages.ToFrozenDictionary(stage => stage.Key, StringComparer.OrdinalIgnoreCase);
        _transitions = transitions.ToFrozenSet();
        WonStage = Stages.Single(stage => stage.Class == StageClass.Won);
        LostStage = Stages.FirstOrDefault(stage => stage.Class == StageClass.Lost);
        FirstStage = Stages.First(stage => stage.Class == StageClass.Open);
    }

    public string MethodId { get; }

    public string Version { get; }

    /// <summary>By order.</summary>
    public IReadOnlyList<ProcessStage> Stages { get; }

    public ProcessStage FirstStage { get; }

    public ProcessStage WonStage { get; }

    public ProcessStage? LostStage { get; }

    /// <summary>A stage by its key, capitals ignored; the answer's key is the spelling to store.</summary>
    public ProcessStage? Find(string key) => _stages.GetValueOrDefault(key);

    public bool Allows(string from, string to) => _transitions.Contains((from, to));

    /// <summary>The open stages that a move from one stage to another passes over.</summary>
    public IReadOnlyList<string> Between(ProcessStage from, ProcessStage to) =>
        [.. Stages.Where(stage => stage.Class == StageClass.Open && stage.Order > from.Order && stage.Order < to.Order).Select(stage => stage.Key)];
}

using System.Collections.Frozen;
using Crm.Methodology.Sdk;

namespace Crm.Opportunities.Methodologies;

/// <summary>One version of a method as opportunities use it: the definition, immutable and cached, and the plugin's judgement.</summary>
internal sealed class MethodVersion
{
    readonly FrozenDictionary<string, StageDefinition> _stages;
    readonly FrozenSet<(string From, string To)> _moves;
    readonly PluginCalls? _calls;

    MethodVersion(MethodDefinition definition, PluginCalls? calls)
    {
        Definition = definition;
        _calls = calls;
        _stages = definition.Stages.ToFrozenDictionary(stage => stage.Key, StringComparer.OrdinalIgnoreCase);
        _moves = definition.Transitions.Select(move => (move.From, move.To)).ToFrozenSet();
        OpenStages = [.. definition.Stages.Where(stage => stage.Class == StageClass.Open)];
        Won = definition.Stages.Single(stage => stage.Class == StageClass.Won);
    }

    /// <summary>The whole definition, its stages in order.</summary>
    public MethodDefinition Definition { get; }

    public string Id => Definition.Id;

    public string Version => Definition.Version;

    public LocalizedText Name => Definition.Name;

    /// <summary>All stages in order, closed ones last.</summary>
    public IReadOnlyList<StageDefinition> Stages => Definition.Stages;

    /// <summary>The main path.</summary>
    public IReadOnlyList<StageDefinition> OpenStages { get; }

    /// <summary>Where a new opportunity starts unless it says otherwise.</summary>
    public StageDefinition First => OpenStages[0];

    public StageDefinition Won { get; }

    /// <summary>The first lost stage.</summary>
    public StageDefinition Lost => Stages.First(stage => stage.Class == StageClass.Lost);

    /// <summary>A stage by its key, capitals ignored; the answer's <see cref="StageDefinition.Key"/> is the spelling to store.</summary>
    public StageDefinition? Stage(string? key) => key is not null && _stages.TryGetValue(key, out var stage) ? stage : null;

    /// <summary>Whether the method declares this move.</summary>
    public bool Allows(string from, string to) =>
        Stage(from) is { } left && Stage(to) is { } entered && _moves.Contains((left.Key, entered.Key));

    /// <summary>The stages that may be entered from one, in order.</summary>
    public IEnumerable<StageDefinition> From(string key) => Stages.Where(stage => Allows(key, stage.Key));

    /// <summary>
    /// How an opportunity stands, or what a move would miss. Ask before a transaction opens. Always answers, within about the
    /// time limit: when the plugin fails, by the definition alone.
    /// </summary>
    public async ValueTask<AssessmentResult> Assess(AssessmentInput input, CancellationToken ct = default)
    {
        if (_calls is null)
            return new AssessmentResult(StandardAssessment.Of(Definition, input), null);
        var (answer, fault) = await _calls.Assess(this, input, ct);
        return new AssessmentResult(answer ?? StandardAssessment.Of(Definition, input), fault);
    }

    /// <summary>A version that is data alone, judged by its definition.</summary>
    /// <param name="definition">A sound definition.</param>
    public static MethodVersion Of(MethodDefinition definition) => new(DefinitionCopy.Of(definition), null);

    internal static MethodVersion Of(MethodDefinition definition, PluginCalls calls) => new(DefinitionCopy.Of(definition), calls);
}

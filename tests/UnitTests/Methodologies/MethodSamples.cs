using Crm.Methodology.Sdk;

namespace Crm.UnitTests.Methodologies;

/// <summary>A sound definition with something of everything, for tests to spoil.</summary>
internal static class MethodSamples
{
    public static LocalizedText Text { get; } = LocalizedText.Of("样例", "Sample");

    public static MethodDefinition Sound(Gate gate = Gate.Flexible, bool autoAdvance = false) => new()
    {
        Id = "sample",
        Version = "1.0.0",
        Name = Text,
        Stages =
        [
            Open("A", 1, 0.2m) with { Gate = gate, AutoAdvance = autoAdvance },
            Open("B", 2, 0.5m) with { Gate = gate },
            Open("C", 3, 0.5m),
            new() { Key = "Won", Name = Text, Order = 4, Class = StageClass.Won, DefaultProbability = 1, ForecastCategory = ForecastCategory.Closed },
            new() { Key = "Lost", Name = Text, Order = 5, Class = StageClass.Lost, DefaultProbability = 0, ForecastCategory = ForecastCategory.Omitted },
        ],
        Transitions =
        [
            Move("A", "B"), Move("A", "C"), Move("A", "Lost"),
            Move("B", "A"), Move("B", "C"), Move("B", "Lost"),
            Move("C", "B"), Move("C", "Won"), Move("C", "Lost"),
        ],
        Tasks =
        [
            new() { Key = "call", Stage = "A", Name = Text },
            new() { Key = "visit", Stage = "A", Name = Text, Kind = TaskKind.Required },
            new() { Key = "decide", Stage = "A", Name = Text, Kind = TaskKind.Milestone, Assignee = AssigneeRule.Role, AssigneeRole = "Presales" },
            new() { Key = "propose", Stage = "B", Name = Text, Kind = TaskKind.Required },
        ],
        Criteria =
        [
            new() { Key = "need", Stage = "A", Name = Text, Required = true, Check = FactCheck.NeedKnown },
            new() { Key = "fit", Stage = "A", Name = Text },
        ],
        Roles =
        [
            new() { Key = "Presales", Name = Text, Side = RoleSide.Own, NeededIn = ["B"] },
            new() { Key = "Decider", Name = Text, Side = RoleSide.Customer, NeededIn = ["A", "B"] },
        ],
    };

    public static StageDefinition Open(string key, int order, decimal probability) => new()
    {
        Key = key,
        Name = Text,
        Order = order,
        Class = StageClass.Open,
        Band = Band.Middle,
        DefaultProbability = probability,
        ForecastCategory = ForecastCategory.Pipeline,
    };

    public static TransitionDefinition Move(string from, string to) => new() { From = from, To = to };
}

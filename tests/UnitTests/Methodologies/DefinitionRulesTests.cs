using Crm.Methodology.Sdk;
using Crm.Opportunities.Methodologies;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Crm.UnitTests.Methodologies;

public class DefinitionRulesTests
{
    [Fact]
    public void A_sound_definition_has_no_fault() => Assert.Empty(DefinitionRules.Check(MethodSamples.Sound(Gate.Strict, autoAdvance: true)));

    [Fact]
    public void What_is_shipped_is_sound() =>
        Assert.All(
            new MethodCatalog(Options.Create(new MethodOptions()), TimeProvider.System, NullLogger<MethodCatalog>.Instance).List(),
            listing => Assert.Empty(DefinitionRules.Check(listing.Method!.Definition)));

    public static TheoryData<string, string, Func<MethodDefinition, MethodDefinition>> Spoilt => new()
    {
        { "id", "bad-id", sound => sound with { Id = "Not an id" } },
        { "id", "bad-id", sound => sound with { Id = null! } },
        { "version", "bad-version", sound => sound with { Version = "1" } },
        { "name", "text-missing", sound => sound with { Name = null! } },
        { "name", "text-missing", sound => sound with { Name = LocalizedText.Of("", "Sample") } },
        { "name", "text-too-long", sound => sound with { Name = LocalizedText.Of("样", new string('x', 2001)) } },
        { "stages", "bad-list", sound => sound with { Stages = null! } },
        { "stages", "bad-list", sound => sound with { Stages = [] } },
        { "stages", "empty-entry", sound => sound with { Stages = [.. sound.Stages, null!] } },
        { "transitions", "bad-list", sound => sound with { Transitions = [] } },
        { "tasks", "bad-list", sound => sound with { Tasks = null! } },
        { "tasks", "bad-list", sound => sound with { Tasks = [.. Enumerable.Repeat(sound.Tasks[0], 401)] } },
        { "stages", "stage-classes", sound => Without(sound, "Won") },
        { "stages", "stage-classes", sound => Without(sound, "Lost") },
        { "stages", "stage-classes", sound => sound with { Stages = [.. sound.Stages, sound.Stages[3] with { Key = "WonAgain", Order = 9 }] } },
        { "stages[1].key", "duplicate-key", sound => Stage(sound, 1, stage => stage with { Key = "a" }) },
        { "stages[1].key", "bad-key", sound => Stage(sound, 1, stage => stage with { Key = "B 2" }) },
        { "stages[1].key", "bad-key", sound => Stage(sound, 1, stage => stage with { Key = null! }) },
        { "stages[1].order", "bad-order", sound => Stage(sound, 1, stage => stage with { Order = 1 }) },
        { "stages[1].order", "bad-order", sound => Stage(sound, 1, stage => stage with { Order = -1 }) },
        { "stages[1].band", "band-mismatch", sound => Stage(sound, 1, stage => stage with { Band = null }) },
        { "stages[3].band", "band-mismatch", sound => Stage(sound, 3, stage => stage with { Band = Band.Lower }) },
        { "stages[1].band", "unknown-value", sound => Stage(sound, 1, stage => stage with { Band = (Band)9 }) },
        { "stages[1].gate", "unknown-value", sound => Stage(sound, 1, stage => stage with { Gate = (Gate)9 }) },
        { "stages[1].defaultProbability", "bad-probability", sound => Stage(sound, 1, stage => stage with { DefaultProbability = 1 }) },
        { "stages[1].defaultProbability", "bad-probability", sound => Stage(sound, 1, stage => stage with { DefaultProbability = -0.1m }) },
        { "stages[1].defaultProbability", "probability-too-fine", sound => Stage(sound, 1, stage => stage with { DefaultProbability = 0.33333m }) },
        { "stages[3].defaultProbability", "bad-probability", sound => Stage(sound, 3, stage => stage with { DefaultProbability = 0.99m }) },
        { "stages[4].defaultProbability", "bad-probability", sound => Stage(sound, 4, stage => stage with { DefaultProbability = 0.01m }) },
        { "stages[1].defaultProbability", "probability-falls", sound => Stage(sound, 1, stage => stage with { DefaultProbability = 0.1m }) },
        { "stages[1].forecastCategory", "category-mismatch", sound => Stage(sound, 1, stage => stage with { ForecastCategory = ForecastCategory.Closed }) },
        { "stages[3].forecastCategory", "category-mismatch", sound => Stage(sound, 3, stage => stage with { ForecastCategory = ForecastCategory.Commit }) },
        { "stages[1].expectedDays", "out-of-range", sound => Stage(sound, 1, stage => stage with { ExpectedDays = 0 }) },
        { "stages[3].autoAdvance", "closed-advances", sound => Stage(sound, 3, stage => stage with { AutoAdvance = true }) },
        { "stages[1].autoAdvance", "no-milestone", sound => Stage(sound, 1, stage => stage with { AutoAdvance = true }) },
        { "stages[1].partnerDepartments", "bad-departments", sound => Stage(sound, 1, stage => stage with { PartnerDepartments = ["市场"] }) },
        { "stages[1].partnerDepartments", "bad-departments", sound => Stage(sound, 1, stage => stage with { PartnerDepartments = null! }) },
        { "stages[3].order", "closed-before-open", sound => Stage(sound, 3, stage => stage with { Order = 0 }) },
        { "transitions[9].to", "unknown-stage", sound => sound with { Transitions = [.. sound.Transitions, MethodSamples.Move("A", "D")] } },
        { "transitions[9].to", "unknown-stage", sound => sound with { Transitions = [.. sound.Transitions, MethodSamples.Move("A", "b")] } },
        { "transitions[9].from", "leaves-closed", sound => sound with { Transitions = [.. sound.Transitions, MethodSamples.Move("Won", "A")] } },
        { "transitions[9]", "no-move", sound => sound with { Transitions = [.. sound.Transitions, MethodSamples.Move("A", "A")] } },
        { "transitions[9]", "duplicate-transition", sound => sound with { Transitions = [.. sound.Transitions, MethodSamples.Move("A", "B")] } },
        { "stages[2]", "unreachable", sound => sound with { Transitions = [.. sound.Transitions.Where(move => move.To != "C")] } },
        { "stages[0]", "no-end", sound => sound with { Transitions = [.. sound.Transitions.Where(move => move.To != "Won")] } },
        { "stages[2]", "no-end", sound => sound with { Transitions = [.. sound.Transitions.Where(move => move.To != "Lost")] } },
        { "tasks[1].key", "duplicate-key", sound => Task(sound, 1, task => task with { Key = "CALL" }) },
        { "tasks[1].stage", "unknown-stage", sound => Task(sound, 1, task => task with { Stage = "Z" }) },
        { "tasks[1].stage", "closed-stage", sound => Task(sound, 1, task => task with { Stage = "Won" }) },
        { "tasks[1].dueInDays", "out-of-range", sound => Task(sound, 1, task => task with { DueInDays = -1 }) },
        { "tasks[1].department", "bad-key", sound => Task(sound, 1, task => task with { Department = "" }) },
        { "tasks[1].assigneeRole", "role-mismatch", sound => Task(sound, 1, task => task with { AssigneeRole = "Presales" }) },
        { "tasks[2].assigneeRole", "role-mismatch", sound => Task(sound, 2, task => task with { AssigneeRole = null }) },
        { "tasks[2].assigneeRole", "unknown-role", sound => Task(sound, 2, task => task with { AssigneeRole = "Decider" }) },
        { "criteria[1].key", "duplicate-key", sound => sound with { Criteria = [sound.Criteria[0], sound.Criteria[0]] } },
        { "criteria[0].stage", "closed-stage", sound => sound with { Criteria = [sound.Criteria[0] with { Stage = "Lost" }] } },
        { "criteria[0].check", "unknown-value", sound => sound with { Criteria = [sound.Criteria[0] with { Check = (FactCheck)99 }] } },
        { "roles[0].neededIn[0]", "unknown-stage", sound => sound with { Roles = [sound.Roles[0] with { NeededIn = ["Z"] }, sound.Roles[1]] } },
        { "roles[0].neededIn", "bad-list", sound => sound with { Roles = [sound.Roles[0] with { NeededIn = null! }, sound.Roles[1]] } },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void A_broken_rule_is_told_with_its_place(string path, string code, Func<MethodDefinition, MethodDefinition> spoil)
    {
        var faults = DefinitionRules.Check(spoil(MethodSamples.Sound()));
        Assert.Contains((path, code), faults.Select(fault => (fault.Path, fault.Code)));
        Assert.All(faults, fault => Assert.False(string.IsNullOrWhiteSpace(fault.Reason)));
    }

    static MethodDefinition Stage(MethodDefinition definition, int index, Func<StageDefinition, StageDefinition> change) =>
        definition with { Stages = [.. definition.Stages.Select((stage, i) => i == index ? change(stage) : stage)] };

    static MethodDefinition Task(MethodDefinition definition, int index, Func<TaskTemplate, TaskTemplate> change) =>
        definition with { Tasks = [.. definition.Tasks.Select((task, i) => i == index ? change(task) : task)] };

    static MethodDefinition Without(MethodDefinition definition, string key) =>
        definition with { Stages = [.. definition.Stages.Where(stage => stage.Key != key)] };
}

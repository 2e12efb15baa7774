using Crm.Methodology.Sdk;
using Xunit;

namespace Crm.UnitTests.Methodologies;

public class StandardAssessmentTests
{
    [Fact]
    [Trait("Promise", "S-40")]
    public void A_flexible_stage_shows_what_is_missing_and_lets_go()
    {
        var answer = Ask(MethodSamples.Sound(Gate.Flexible), "A", "B");
        Assert.Equal(["visit", "decide", "need", "fit"], answer.Missing.Select(finding => finding.Key));
        Assert.True(answer.AllowsMove);
    }

    [Fact]
    [Trait("Promise", "S-41")]
    public void A_strict_stage_holds_until_required_tasks_and_criteria_are_settled()
    {
        var method = MethodSamples.Sound(Gate.Strict);
        Assert.Equal(["visit", "decide", "need"], Ask(method, "A", "B").Missing.Where(finding => finding.Blocks).Select(finding => finding.Key));

        var settled = Facts("A") with { NeedKnown = true, Tasks = [Done("visit", TaskState.Waived), Done("decide")] };
        var answer = Ask(method, settled, "B");
        Assert.True(answer.AllowsMove);
        Assert.Equal(["fit"], answer.Missing.Select(finding => finding.Key));
    }

    [Fact]
    public void An_open_or_skipped_task_settles_nothing()
    {
        var facts = Facts("A") with { NeedKnown = true, Tasks = [Done("visit", TaskState.Open), Done("decide", TaskState.Skipped)] };
        Assert.Equal(["visit", "decide"], Ask(MethodSamples.Sound(Gate.Strict), facts, "B").Missing.Where(finding => finding.Blocks).Select(finding => finding.Key));
    }

    [Fact]
    public void Skipping_a_strict_stage_does_not_get_round_its_gate()
    {
        var answer = Ask(MethodSamples.Sound(Gate.Strict), "A", "C");
        Assert.Contains(answer.Missing, finding => finding is { Key: "propose", Stage: "B", Blocks: true });
    }

    [Theory]
    [InlineData("B", "A")]
    [InlineData("A", "Lost")]
    [InlineData("B", "Lost")]
    public void Moving_back_or_losing_misses_nothing(string from, string to) =>
        Assert.Empty(Ask(MethodSamples.Sound(Gate.Strict), from, to).Missing);

    [Fact]
    public void Winning_leaves_every_open_stage_behind() =>
        Assert.Contains(Ask(MethodSamples.Sound(Gate.Strict), "B", "Won").Missing, finding => finding is { Key: "propose", Blocks: true });

    [Fact]
    [Trait("Promise", "S-42")]
    public void A_stage_advances_by_itself_when_its_last_milestone_is_done()
    {
        var method = MethodSamples.Sound(autoAdvance: true);
        Assert.Null(Ask(method, "A", null).AdvanceTo);
        Assert.Null(Ask(method, Facts("A") with { Tasks = [Done("decide", TaskState.Waived)] }, null).AdvanceTo);
        Assert.Equal("B", Ask(method, Facts("A") with { Tasks = [Done("decide")] }, null).AdvanceTo);
        Assert.Null(Ask(MethodSamples.Sound(), Facts("A") with { Tasks = [Done("decide")] }, null).AdvanceTo);
    }

    [Fact]
    [Trait("Promise", "S-30")]
    public void A_role_that_the_stage_needs_and_nobody_fills_is_advised()
    {
        var method = MethodSamples.Sound();
        Assert.Equal(["Presales", "Decider"], Ask(method, "B", null).Advice.Select(finding => finding.Key));
        Assert.Equal(["Presales"], Ask(method, Facts("B") with { RolesFilled = ["decider"] }, null).Advice.Select(finding => finding.Key));
    }

    [Theory]
    [InlineData("Won")]
    [InlineData("Lost")]
    [InlineData("Elsewhere")]
    public void Nothing_is_missing_where_nothing_is_open(string stage) =>
        Assert.Equal((0, 0), (Ask(MethodSamples.Sound(Gate.Strict), stage, null).Missing.Count, Ask(MethodSamples.Sound(), stage, null).Advice.Count));

    public static TheoryData<FactCheck, OpportunityFacts> Known => new()
    {
        { FactCheck.AmountKnown, Facts("A") with { Amount = 1 } },
        { FactCheck.BudgetKnown, Facts("A") with { Budget = 0 } },
        { FactCheck.NeedKnown, Facts("A") with { NeedKnown = true } },
        { FactCheck.TimelineKnown, Facts("A") with { TimelineKnown = true } },
        { FactCheck.CloseDateAhead, Facts("A") with { CloseDate = new DateOnly(2026, 11, 24) } },
        { FactCheck.NextStepDated, Facts("A") with { NextStepDate = new DateOnly(2026, 12, 1) } },
        { FactCheck.PrimaryContactKnown, Facts("A") with { PrimaryContactKnown = true } },
        { FactCheck.CompetitionKnown, Facts("A") with { CompetitorCount = 0 } },
        { FactCheck.None, Facts("A") with { CriteriaMet = ["K"] } },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_fact_answers_its_criterion(FactCheck check, OpportunityFacts facts)
    {
        var criterion = new Criterion { Key = "k", Stage = "A", Name = MethodSamples.Text, Check = check };
        Assert.True(StandardAssessment.IsMet(criterion, Input(facts, null)));
        Assert.False(StandardAssessment.IsMet(criterion, Input(Facts("A") with { Amount = 0, CloseDate = new DateOnly(2026, 11, 23) }, null)));
    }

    static Assessment Ask(MethodDefinition method, string stage, string? to) => Ask(method, Facts(stage), to);

    static Assessment Ask(MethodDefinition method, OpportunityFacts facts, string? to) => StandardAssessment.Of(method, Input(facts, to));

    static AssessmentInput Input(OpportunityFacts facts, string? to) => PluginFolder.Question(toStage: to) with { Opportunity = facts };

    static OpportunityFacts Facts(string stage) => PluginFolder.Question(stage).Opportunity;

    static TaskFact Done(string key, TaskState state = TaskState.Done) => new() { Key = key, State = state };
}

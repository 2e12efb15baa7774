namespace Crm.Methodology.Sdk;

/// <summary>
/// The assessment that follows from a definition alone. A method may return it as it is, or add to it:
/// <c>StandardAssessment.Of(definition, input) with { Factors = ... }</c>. The host uses it when a plugin fails.
/// </summary>
public static class StandardAssessment
{
    /// <summary>Assesses an opportunity by its method's declared tasks, criteria and roles.</summary>
    /// <param name="definition">A sound definition.</param>
    /// <param name="input">The facts.</param>
    /// <returns>
    /// Missing: required and milestone tasks neither done nor waived, and unmet criteria, of the stage that is left and of the open
    /// stages passed over. They block when their stage is strict (a criterion only when it is required). Moving back or losing misses nothing.
    /// </returns>
    public static Assessment Of(MethodDefinition definition, AssessmentInput input)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(input);
        var stage = Stage(definition, input.Opportunity.Stage);
        if (stage is not { Class: StageClass.Open })
            return new Assessment();

        var missing = new List<Finding>();
        foreach (var left in StagesLeft(definition, stage, Stage(definition, input.ToStage)))
        {
            AddTasks(definition, left, input.Opportunity, missing);
            AddCriteria(definition, left, input, missing);
        }

        return new Assessment
        {
            Missing = missing,
            Advice = Advice(definition, stage, input.Opportunity),
            AdvanceTo = input.ToStage is null ? AdvanceTo(definition, stage, input.Opportunity) : null,
        };
    }

    /// <summary>Whether a criterion is met: by the fact that it names, or by a person's mark.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="input">The facts.</param>
    /// <returns>Whether it is met.</returns>
    public static bool IsMet(Criterion criterion, AssessmentInput input)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(input);
        var facts = input.Opportunity;
        return criterion.Check switch
        {
            FactCheck.AmountKnown => facts.Amount > 0,
            FactCheck.BudgetKnown => facts.Budget is not null,
            FactCheck.NeedKnown => facts.NeedKnown,
            FactCheck.TimelineKnown => facts.TimelineKnown,
            FactCheck.CloseDateAhead => facts.CloseDate >= input.Today,
            FactCheck.NextStepDated => facts.NextStepDate >= input.Today,
            FactCheck.PrimaryContactKnown => facts.PrimaryContactKnown,
            FactCheck.CompetitionKnown => facts.CompetitorCount is not null,
            _ => Contains(facts.CriteriaMet, criterion.Key),
        };
    }

    static IEnumerable<StageDefinition> StagesLeft(MethodDefinition definition, StageDefinition from, StageDefinition? to) =>
        to switch
        {
            null => [from],
            { Class: StageClass.Lost } => [],
            { Class: StageClass.Open } when to.Order < from.Order => [],
            _ => definition.Stages
                .Where(stage => stage.Class == StageClass.Open && stage.Order >= from.Order && stage.Order < to.Order)
                .OrderBy(stage => stage.Order),
        };

    static void AddTasks(MethodDefinition definition, StageDefinition stage, OpportunityFacts facts, List<Finding> missing)
    {
        foreach (var task in definition.Tasks)
        {
            if (!IsSame(task.Stage, stage.Key) || task.Kind == TaskKind.Normal || IsSettled(task, facts))
                continue;
            missing.Add(new Finding { Kind = FindingKind.Task, Key = task.Key, Text = task.Name, Stage = stage.Key, Blocks = stage.Gate == Gate.Strict });
        }
    }

    static void AddCriteria(MethodDefinition definition, StageDefinition stage, AssessmentInput input, List<Finding> missing)
    {
        foreach (var criterion in definition.Criteria)
        {
            if (!IsSame(criterion.Stage, stage.Key) || IsMet(criterion, input))
                continue;
            missing.Add(new Finding
            {
                Kind = FindingKind.Criterion,
                Key = criterion.Key,
                Text = criterion.Name,
                Stage = stage.Key,
                Blocks = criterion.Required && stage.Gate == Gate.Strict,
            });
        }
    }

    static List<Finding> Advice(MethodDefinition definition, StageDefinition stage, OpportunityFacts facts)
    {
        var advice = new List<Finding>();
        foreach (var role in definition.Roles)
        {
            if (Contains(role.NeededIn, stage.Key) && !Contains(facts.RolesFilled, role.Key))
                advice.Add(new Finding { Kind = FindingKind.Role, Key = role.Key, Text = role.Name, Stage = stage.Key });
        }

        return advice;
    }

    // One stage at a time, and never into a closed one: winning needs a date and a reason from a person.
    static string? AdvanceTo(MethodDefinition definition, StageDefinition stage, OpportunityFacts facts)
    {
        if (!stage.AutoAdvance)
            return null;
        var milestones = definition.Tasks.Where(task => task.Kind == TaskKind.Milestone && IsSame(task.Stage, stage.Key)).ToList();
        if (milestones.Count == 0 || !milestones.All(task => IsDone(task, facts)))
            return null;
        var next = definition.Stages.Where(other => other.Class == StageClass.Open && other.Order > stage.Order).MinBy(other => other.Order);
        return next is not null && definition.Transitions.Any(move => IsSame(move.From, stage.Key) && IsSame(move.To, next.Key))
            ? next.Key
            : null;
    }

    static bool IsDone(TaskTemplate template, OpportunityFacts facts) =>
        facts.Tasks.Any(task => IsSame(task.Key, template.Key) && task.State == TaskState.Done);

    static bool IsSettled(TaskTemplate template, OpportunityFacts facts) =>
        facts.Tasks.Any(task => IsSame(task.Key, template.Key) && (task.State is TaskState.Done or TaskState.Waived));

    static StageDefinition? Stage(MethodDefinition definition, string? key) =>
        key is null ? null : definition.Stages.FirstOrDefault(stage => IsSame(stage.Key, key));

    static bool Contains(IReadOnlyList<string> keys, string key)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (IsSame(keys[i], key))
                return true;
        }

        return false;
    }

    static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

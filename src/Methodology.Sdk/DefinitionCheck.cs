using System.Globalization;

namespace Crm.Methodology.Sdk;

/// <summary>One run of the rules over one definition.</summary>
internal sealed class DefinitionCheck(MethodDefinition definition)
{
    const int MaxFaults = 100;
    readonly List<DefinitionFault> _faults = [];
    readonly Dictionary<string, StageDefinition> _stages = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<DefinitionFault> Run()
    {
        // Later rules lean on earlier ones: nothing may be null before it is looked at, and stages are known before what points at them.
        CheckShape();
        if (_faults.Count == 0)
            CheckStages();
        if (_faults.Count == 0)
        {
            CheckMainPath();
            CheckTransitions();
            CheckRoles();
            CheckTasks();
            CheckCriteria();
        }

        return _faults.Count <= MaxFaults ? _faults : _faults[..MaxFaults];
    }

    void CheckShape()
    {
        if (!DefinitionRules.IsMethodId(definition.Id))
            Fault("id", "bad-id", "The id is a lower-case letter followed by up to 39 lower-case letters, digits or hyphens.");
        if (!SemanticVersion.TryParse(definition.Version, out _))
            Fault("version", "bad-version", "The version is not one of Semantic Versioning 2.0 without build metadata.");
        Text("name", definition.Name, isRequired: true);
        Text("description", definition.Description, isRequired: false);
        List("stages", definition.Stages, 3, 40);
        List("transitions", definition.Transitions, 1, 2000);
        List("tasks", definition.Tasks, 0, 400);
        List("criteria", definition.Criteria, 0, 400);
        List("roles", definition.Roles, 0, 100);
    }

    void CheckStages()
    {
        var orders = new HashSet<int>();
        for (var i = 0; i < definition.Stages.Count; i++)
        {
            var stage = definition.Stages[i];
            var path = At("stages", i);
            if (!DefinitionRules.IsKey(stage.Key))
                Fault(path + ".key", "bad-key", "A key is a letter followed by up to 39 letters, digits, hyphens or underscores.");
            else if (!_stages.TryAdd(stage.Key, stage))
                Fault(path + ".key", "duplicate-key", $"Two stages have the key '{stage.Key}'; capitals make no difference.");
            if (stage.Order < 0 || !orders.Add(stage.Order))
                Fault(path + ".order", "bad-order", $"The order {stage.Order} is negative or taken by another stage.");
            Text(path + ".name", stage.Name, isRequired: true);
            Text(path + ".guidance", stage.Guidance, isRequired: false);
            CheckStageValues(path, stage);
        }

        Count(StageClass.Open, atLeast: 1, atMost: 40);
        Count(StageClass.Won, atLeast: 1, atMost: 1);
        Count(StageClass.Lost, atLeast: 1, atMost: 40);
    }

    void CheckStageValues(string path, StageDefinition stage)
    {
        Known(path + ".class", stage.Class);
        Known(path + ".gate", stage.Gate);
        Known(path + ".forecastCategory", stage.ForecastCategory);
        if (stage.Band is { } band)
            Known(path + ".band", band);
        if (stage.Class == StageClass.Open != stage.Band.HasValue)
            Fault(path + ".band", "band-mismatch", "Every open stage lies in a band, and no closed stage does.");

        var probabilityFits = stage.Class switch
        {
            StageClass.Won => stage.DefaultProbability == 1,
            StageClass.Lost => stage.DefaultProbability == 0,
            _ => stage.DefaultProbability is >= 0 and < 1,
        };
        if (!probabilityFits)
            Fault(path + ".defaultProbability", "bad-probability", "The probability is 1 for Won, 0 for Lost, and 0 or more but below 1 for an open stage.");
        if (stage.DefaultProbability != Math.Round(stage.DefaultProbability, 4))
            Fault(path + ".defaultProbability", "probability-too-fine", "A probability has at most four decimals.");

        var categoryFits = stage.Class switch
        {
            StageClass.Won => stage.ForecastCategory == ForecastCategory.Closed,
            StageClass.Lost => stage.ForecastCategory == ForecastCategory.Omitted,
            _ => stage.ForecastCategory != ForecastCategory.Closed,
        };
        if (!categoryFits)
            Fault(path + ".forecastCategory", "category-mismatch", "The category is Closed for Won alone, and Omitted for Lost.");
        if (stage.ExpectedDays is < 1 or > 3650)
            Fault(path + ".expectedDays", "out-of-range", "The expected days are 1 to 3650.");
        if (stage.AutoAdvance && stage.Class != StageClass.Open)
            Fault(path + ".autoAdvance", "closed-advances", "Only an open stage can advance by itself.");
        if (stage.PartnerDepartments is null || stage.PartnerDepartments.Count > 20 || !stage.PartnerDepartments.All(DefinitionRules.IsKey))
            Fault(path + ".partnerDepartments", "bad-departments", "Partner departments are at most 20 keys.");
    }

    void CheckMainPath()
    {
        var path = definition.Stages.Where(stage => stage.Class == StageClass.Open).OrderBy(stage => stage.Order).ToList();
        for (var i = 1; i < path.Count; i++)
        {
            if (path[i].DefaultProbability < path[i - 1].DefaultProbability)
                Fault(PathOf(path[i]) + ".defaultProbability", "probability-falls", $"The probability falls from '{path[i - 1].Key}' to '{path[i].Key}'; along the main path it may not.");
        }

        var firstClosed = definition.Stages.Where(stage => stage.Class != StageClass.Open).MinBy(stage => stage.Order);
        if (firstClosed is not null && firstClosed.Order < path[^1].Order)
            Fault(PathOf(firstClosed) + ".order", "closed-before-open", $"The closed stage '{firstClosed.Key}' is ordered before the open stage '{path[^1].Key}'.");
        foreach (var stage in path.Where(stage => stage.AutoAdvance))
        {
            if (!definition.Tasks.Any(task => task.Kind == TaskKind.Milestone && SameKey(task.Stage, stage.Key)))
                Fault(PathOf(stage) + ".autoAdvance", "no-milestone", $"The stage '{stage.Key}' advances by milestones and has none.");
        }
    }

    void CheckTransitions()
    {
        var seen = new HashSet<(string, string)>();
        var before = _faults.Count;
        for (var i = 0; i < definition.Transitions.Count; i++)
        {
            var transition = definition.Transitions[i];
            var path = At("transitions", i);
            if (!Find(path + ".from", transition.From, out var from) | !Find(path + ".to", transition.To, out var to))
                continue;
            if (from!.Class != StageClass.Open)
                Fault(path + ".from", "leaves-closed", $"The stage '{from.Key}' is closed; only reopening leaves it, and that is a right, not a transition.");
            if (ReferenceEquals(from, to))
                Fault(path, "no-move", $"The transition goes from '{from.Key}' to itself.");
            if (!seen.Add((from.Key, to!.Key)))
                Fault(path, "duplicate-transition", $"The transition from '{from.Key}' to '{to.Key}' is declared twice.");
        }

        if (_faults.Count == before)
            CheckReach(seen.ToLookup(pair => pair.Item1, pair => pair.Item2));
    }

    void CheckReach(ILookup<string, string> moves)
    {
        var open = definition.Stages.Where(stage => stage.Class == StageClass.Open).OrderBy(stage => stage.Order).ToList();
        var fromFirst = ReachedFrom(open[0], moves);
        foreach (var stage in open)
        {
            if (!fromFirst.Contains(stage.Key))
                Fault(PathOf(stage), "unreachable", $"No transitions lead from '{open[0].Key}' to '{stage.Key}'.");
            var reached = ReachedFrom(stage, moves);
            foreach (var end in (StageClass[])[StageClass.Won, StageClass.Lost])
            {
                if (!reached.Any(key => _stages[key].Class == end))
                    Fault(PathOf(stage), "no-end", $"No transitions lead from '{stage.Key}' to a stage of class {end}.");
            }
        }
    }

    static HashSet<string> ReachedFrom(StageDefinition start, ILookup<string, string> moves)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { start.Key };
        var next = new Queue<string>(reached);
        while (next.TryDequeue(out var key))
        {
            foreach (var to in moves[key].Where(reached.Add))
                next.Enqueue(to);
        }

        return reached;
    }

    void CheckRoles()
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < definition.Roles.Count; i++)
        {
            var (role, path) = (definition.Roles[i], At("roles", i));
            Key(path, role.Key, keys, "roles");
            Text(path + ".name", role.Name, isRequired: true);
            Known(path + ".side", role.Side);
            if (role.NeededIn is null || role.NeededIn.Count > 40)
                Fault(path + ".neededIn", "bad-list", "The stages in which the role is needed are missing or more than 40.");
            else
                for (var j = 0; j < role.NeededIn.Count; j++)
                    OpenStage(At(path + ".neededIn", j), role.NeededIn[j]);
        }
    }

    void CheckTasks()
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < definition.Tasks.Count; i++)
        {
            var (task, path) = (definition.Tasks[i], At("tasks", i));
            Key(path, task.Key, keys, "tasks");
            OpenStage(path + ".stage", task.Stage);
            Text(path + ".name", task.Name, isRequired: true);
            Text(path + ".guidance", task.Guidance, isRequired: false);
            Known(path + ".kind", task.Kind);
            Known(path + ".assignee", task.Assignee);
            Known(path + ".evidence", task.Evidence);
            if (task.DueInDays is < 0 or > 3650)
                Fault(path + ".dueInDays", "out-of-range", "A task is due 0 to 3650 days after its stage is entered.");
            if (task.Department is not null && !DefinitionRules.IsKey(task.Department))
                Fault(path + ".department", "bad-key", "A department is named by its key.");
            if (task.Assignee == AssigneeRule.Role != task.AssigneeRole is not null)
                Fault(path + ".assigneeRole", "role-mismatch", "A role is named exactly when the task goes to a role.");
            else if (task.AssigneeRole is { } role && !definition.Roles.Any(known => known.Side == RoleSide.Own && SameKey(known.Key, role)))
                Fault(path + ".assigneeRole", "unknown-role", $"'{role}' is not one of the method's own-side roles.");
        }
    }

    void CheckCriteria()
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < definition.Criteria.Count; i++)
        {
            var (criterion, path) = (definition.Criteria[i], At("criteria", i));
            Key(path, criterion.Key, keys, "criteria");
            OpenStage(path + ".stage", criterion.Stage);
            Text(path + ".name", criterion.Name, isRequired: true);
            Text(path + ".guidance", criterion.Guidance, isRequired: false);
            Known(path + ".check", criterion.Check);
        }
    }

    void Count(StageClass wanted, int atLeast, int atMost)
    {
        var count = definition.Stages.Count(stage => stage.Class == wanted);
        if (count < atLeast || count > atMost)
            Fault("stages", "stage-classes", atLeast == atMost
                ? $"A method has exactly {atLeast} stage of class {wanted}; this one has {count}."
                : $"A method has at least {atLeast} stage of class {wanted}; this one has {count}.");
    }

    void List<T>(string path, IReadOnlyList<T>? list, int atLeast, int atMost)
        where T : class
    {
        if (list is null || list.Count < atLeast || list.Count > atMost)
            Fault(path, "bad-list", $"The list holds {atLeast} to {atMost} entries; this one {(list is null ? "is missing" : $"holds {list.Count}")}.");
        else if (list.Any(entry => entry is null))
            Fault(path, "empty-entry", "The list holds an empty entry.");
    }

    void Text(string path, LocalizedText? text, bool isRequired)
    {
        if (text is null)
        {
            if (isRequired)
                Fault(path, "text-missing", "A text in Chinese and English is needed.");
        }
        else if (string.IsNullOrWhiteSpace(text.Zh) || string.IsNullOrWhiteSpace(text.En))
        {
            Fault(path, "text-missing", "The text is needed in both Chinese and English.");
        }
        else if (text.Zh.Length > LocalizedText.MaxLength || text.En.Length > LocalizedText.MaxLength)
        {
            Fault(path, "text-too-long", $"A text has at most {LocalizedText.MaxLength} characters.");
        }
    }

    void Key(string path, string? key, HashSet<string> seen, string list)
    {
        if (!DefinitionRules.IsKey(key))
            Fault(path + ".key", "bad-key", "A key is a letter followed by up to 39 letters, digits, hyphens or underscores.");
        else if (!seen.Add(key!))
            Fault(path + ".key", "duplicate-key", $"Two {list} have the key '{key}'; capitals make no difference.");
    }

    void OpenStage(string path, string? key)
    {
        if (Find(path, key, out var stage) && stage!.Class != StageClass.Open)
            Fault(path, "closed-stage", $"The stage '{key}' is closed; this belongs to an open one.");
    }

    // Keys are told apart without regard to capitals, but a reference spells its key exactly: stored rows compare by case.
    bool Find(string path, string? key, out StageDefinition? stage)
    {
        stage = null;
        if (key is not null && _stages.TryGetValue(key, out stage) && stage.Key == key)
            return true;
        Fault(path, "unknown-stage", $"There is no stage '{key}'.");
        return false;
    }

    void Known<T>(string path, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            Fault(path, "unknown-value", $"{value} is not a {typeof(T).Name}.");
    }

    string PathOf(StageDefinition stage)
    {
        for (var i = 0; i < definition.Stages.Count; i++)
        {
            if (ReferenceEquals(definition.Stages[i], stage))
                return At("stages", i);
        }

        return "stages";
    }

    static bool SameKey(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

    void Fault(string path, string code, string reason) =>
        _faults.Add(new DefinitionFault { Path = path, Code = code, Reason = reason });
}

namespace Crm.Methodology.Sdk;

/// <summary>A task that an opportunity gets, or may take, in a stage.</summary>
public sealed record TaskTemplate
{
    /// <summary>Names the task: same alphabet as a stage key, unique among the tasks of the method.</summary>
    public required string Key { get; init; }

    /// <summary>The key of the open stage that the task belongs to.</summary>
    public required string Stage { get; init; }

    /// <summary>What is to be done.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What the task means for leaving the stage. The default is <see cref="TaskKind.Normal"/>.</summary>
    public TaskKind Kind { get; init; } = TaskKind.Normal;

    /// <summary>Days from entering the stage to the due date, 0-3650; <see langword="null"/> for no due date.</summary>
    public int? DueInDays { get; init; }

    /// <summary>Who gets the task. The default is the owner.</summary>
    public AssigneeRule Assignee { get; init; } = AssigneeRule.Owner;

    /// <summary>The key of the method's role, set exactly when <see cref="Assignee"/> is <see cref="AssigneeRule.Role"/>.</summary>
    public string? AssigneeRole { get; init; }

    /// <summary>What proves that the task is done. The default is nothing but the word of its doer.</summary>
    public TaskEvidence Evidence { get; init; } = TaskEvidence.None;

    /// <summary>Whether the task is made when the stage is entered (the default) or offered for import by hand. Strict stages make all.</summary>
    public bool AutoImport { get; init; } = true;

    /// <summary>The partner department that does the task, by key, where it is not the seller's own.</summary>
    public string? Department { get; init; }

    /// <summary>How to do it well.</summary>
    public LocalizedText? Guidance { get; init; }
}

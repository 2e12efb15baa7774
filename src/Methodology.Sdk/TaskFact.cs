namespace Crm.Methodology.Sdk;

/// <summary>A stage task of an opportunity, as a method sees it.</summary>
public sealed record TaskFact
{
    /// <summary>The key of the template it came from.</summary>
    public required string Key { get; init; }

    /// <summary>How it stands.</summary>
    public required TaskState State { get; init; }

    /// <summary>Its due date, if it has one.</summary>
    public DateOnly? DueDate { get; init; }
}

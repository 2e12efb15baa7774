using Crm.Activities.Domain;
using Crm.Platform.Data;

namespace Crm.Activities.Data;

/// <summary>Something to be done, on a record or on none, by one or several members.</summary>
internal sealed class WorkTask : Entity, IAudited, IWork
{
    [Personal]
    public required string Title { get; set; }

    [Personal]
    public string? Text { get; set; }

    [Personal]
    public string? Result { get; set; }

    public TaskPriority Priority { get; set; } = TaskPriority.Normal;

    public TaskState State { get; set; }

    public CompletionPolicy Completion { get; set; }

    /// <summary>When it is to be done; null when nobody has said.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>The due instant for sorting: tasks without one come last.</summary>
    public DateTime DueRank { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid? EndedBy { get; set; }

    public string? RecordKind { get; set; }

    public Guid? RecordId { get; set; }

    /// <summary>The record's customer, for the customer's timeline.</summary>
    public Guid? CustomerId { get; set; }

    /// <summary>Who answers for it: the member who made it unless handed over.</summary>
    public Guid OwnerId { get; set; }

    public Guid DepartmentId { get; set; }

    /// <summary>Where it stands on a timeline: when it ended, else when it was made.</summary>
    public DateTime TimelineAt { get; set; }

    string? IWork.OnKind => RecordKind;

    Guid? IWork.OnId => RecordId;
}

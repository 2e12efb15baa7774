using Crm.Activities.Domain;
using Crm.Platform.Data;

namespace Crm.Activities.Data;

/// <summary>A call, visit, mail, meeting, demonstration or note, on any record. What people wrote in it may name persons, so the audit keeps none of it.</summary>
internal sealed class Activity : Entity, IAudited, IWork
{
    public ActivityKind Kind { get; set; }

    public ActivityDirection Direction { get; set; }

    [Personal]
    public required string Subject { get; set; }

    [Personal]
    public string? Text { get; set; }

    [Personal]
    public string? Result { get; set; }

    /// <summary>When it took place, or will.</summary>
    public DateTime At { get; set; }

    public int? DurationMinutes { get; set; }

    public required string RecordKind { get; set; }

    public Guid RecordId { get; set; }

    /// <summary>The record's customer, for the customer's timeline.</summary>
    public Guid? CustomerId { get; set; }

    /// <summary>Who did it.</summary>
    public Guid OwnerId { get; set; }

    public Guid DepartmentId { get; set; }

    string? IWork.OnKind => RecordKind;

    Guid? IWork.OnId => RecordId;
}

namespace Crm.Web.Activities;

/// <summary>What the list of tasks is narrowed to and how it is sorted; stands in the address.</summary>
public sealed record TaskFilter
{
    /// <summary><c>mine</c>: the reader's to do; <c>given</c>: the reader answers for them; null: all that the reader may see.</summary>
    public string? Whose { get; init; }
    public string? State { get; init; }
    public string? Priority { get; init; }
    public Guid? AssigneeId { get; init; }
    public Guid? OwnerId { get; init; }
    public Guid? CustomerId { get; init; }
    public DateOnly? DueFrom { get; init; }
    public DateOnly? DueTo { get; init; }
    public required string Sort { get; init; }

    public bool Narrows => this != new TaskFilter { Sort = Sort };
}

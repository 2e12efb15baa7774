namespace Crm.Activities.UseCases.Tasks;

/// <summary>A member who is to do a task.</summary>
internal sealed record AssigneeView
{
    public required Guid MemberId { get; init; }

    /// <summary>When the member finished; left out while open or let go.</summary>
    public DateTime? DoneAt { get; init; }
}

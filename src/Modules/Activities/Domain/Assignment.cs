namespace Crm.Activities.Domain;

/// <summary>One member's part in a task.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="DoneAt">When the member finished; null while open or let go.</param>
internal sealed record Assignment(Guid MemberId, DateTime? DoneAt);

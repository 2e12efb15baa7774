namespace Crm.Contracts.Activities;

/// <summary>One member's part in a task that comes from outside.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="DoneAtUtc">When the member finished; null while it is to do.</param>
public sealed record TaskIntakePart(Guid MemberId, DateTime? DoneAtUtc);

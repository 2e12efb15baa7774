using Crm.Contracts.Opportunities;

namespace Crm.Opportunities.Domain;

/// <summary>The facts of an opportunity from one instant of its past on, its references resolved.</summary>
/// <param name="At">When it was so and was known; by whom it was changed.</param>
/// <param name="Status">What it was by then.</param>
/// <param name="Stage">An open stage; for a closed opportunity the one it was closed from.</param>
/// <param name="Amount">0 when nobody had said one.</param>
/// <param name="CloseDate">Expected close date, or the actual one when closed.</param>
/// <param name="OwnerId">The owner by then.</param>
/// <param name="DepartmentId">The owner's department.</param>
/// <param name="Reason">Why it changed.</param>
internal sealed record PastMoment(
    Moment At, OpportunityStatus Status, string Stage, decimal Amount, DateOnly? CloseDate, Guid OwnerId, Guid DepartmentId, string? Reason);

namespace Crm.Activities.Domain;

/// <summary>What a completion makes of a task.</summary>
/// <param name="Parts">Every member's part afterwards.</param>
/// <param name="Done">Whether the task as a whole is done.</param>
internal sealed record TaskEnd(IReadOnlyCollection<Assignment> Parts, bool Done);

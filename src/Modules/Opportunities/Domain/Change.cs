using Crm.Contracts.Opportunities;

namespace Crm.Opportunities.Domain;

/// <summary>A decided step of an opportunity: what it was, what it is, and why. Saving it is the writer's business.</summary>
/// <param name="Before">Null when the step brings it into being.</param>
/// <param name="After">The new state, with its version.</param>
/// <param name="Kind">What kind of step.</param>
/// <param name="Reason">Never empty: the kind's name when nobody said more.</param>
/// <param name="HoldsAt">From when on the new facts hold; known from <see cref="Opportunity.UpdatedAt"/> on.</param>
/// <param name="Skipped">Stages passed over.</param>
internal sealed record Change(
    Opportunity? Before, Opportunity After, ChangeKind Kind, string Reason, DateTime HoldsAt, IReadOnlyList<string> Skipped);

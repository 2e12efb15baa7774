namespace Crm.Opportunities.Domain;

/// <summary>A member who works on the opportunity beside its owner, and so sees it. The owner is of the team without being listed.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Role">What the member does in it, in words.</param>
internal sealed record TeamMember(Guid MemberId, string Role);

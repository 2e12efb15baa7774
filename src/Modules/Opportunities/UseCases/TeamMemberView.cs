namespace Crm.Opportunities.UseCases;

/// <summary>A member of an opportunity's team.</summary>
internal sealed record TeamMemberView
{
    public required Guid MemberId { get; init; }

    /// <summary><c>Owner</c>, or what the member does in it in words.</summary>
    public required string Role { get; init; }
}

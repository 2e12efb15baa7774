namespace Crm.Opportunities.UseCases;

/// <summary>A member of the team beside the owner.</summary>
internal sealed record TeamMemberInput
{
    public required Guid MemberId { get; init; }

    /// <summary>What the member does in it, in words; at most 60 characters.</summary>
    public string? Role { get; init; }
}

namespace Crm.Organization.UseCases.Handover;

/// <summary>What a member owns or is asked for, counted by kind.</summary>
internal sealed record HandoverView
{
    public required Guid MemberId { get; init; }

    public required IReadOnlyList<HandoverPartView> Parts { get; init; }

    /// <summary>Records in all parts together.</summary>
    public required long Total { get; init; }
}

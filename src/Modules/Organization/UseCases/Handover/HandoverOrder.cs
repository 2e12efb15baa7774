namespace Crm.Organization.UseCases.Handover;

/// <summary>What a handover job works from: what was asked, checked.</summary>
internal sealed record HandoverOrder
{
    public required Guid MemberId { get; init; }

    public required string Reason { get; init; }

    /// <summary>The parts in their order, each with its heirs.</summary>
    public required IReadOnlyList<PartOrder> Parts { get; init; }

    internal sealed record PartOrder(string Part, IReadOnlyList<Guid> HeirIds, IReadOnlyDictionary<Guid, Guid> Named);
}

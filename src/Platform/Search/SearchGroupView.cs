namespace Crm.Platform.Search;

/// <summary>The hits of one kind of record, the closest first; among equals the caller's own, then what was changed last.</summary>
sealed record SearchGroupView
{
    /// <summary>E.g. <c>Customer</c>.</summary>
    public required string Kind { get; init; }

    public required IReadOnlyList<SearchHitView> Hits { get; init; }

    /// <summary>There are more hits of this kind than are shown.</summary>
    public required bool HasMore { get; init; }
}

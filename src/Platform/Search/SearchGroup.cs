namespace Crm.Platform.Search;

/// <summary>The hits of a kind, the closest first.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Hits">At most as many as were asked for.</param>
/// <param name="HasMore">There are more than are shown.</param>
sealed record SearchGroup(ISearchKind Kind, IReadOnlyList<SearchHit> Hits, bool HasMore);

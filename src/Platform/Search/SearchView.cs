namespace Crm.Platform.Search;

/// <summary>What a search found, by kind: the kind with the closest hit first.</summary>
sealed record SearchView
{
    public required IReadOnlyList<SearchGroupView> Groups { get; init; }
}

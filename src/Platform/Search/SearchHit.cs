using Crm.Platform.Security;

namespace Crm.Platform.Search;

/// <summary>A record that was found, before it is shown.</summary>
sealed record SearchHit(SearchMatch Match, SearchRecord Record)
{
    /// <summary>The closest first; among equals the caller's own, then what was changed last.</summary>
    public static IOrderedEnumerable<SearchHit> Ordered(IEnumerable<SearchHit> hits, Caller caller) => hits
        .OrderBy(hit => hit.Match.Rank).ThenBy(hit => hit.Record.OwnerId == caller.MemberId ? 0 : 1)
        .ThenByDescending(hit => hit.Record.UpdatedAt).ThenByDescending(hit => hit.Record.Id);
}

using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Platform.Search;

/// <summary>Search over every kind of record that a module has made searchable.</summary>
static class SearchEndpoint
{
    public const int QueryLength = 100;
    const int DefaultLimit = 8;
    const int MaxLimit = 50;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/search", Handle).WithName("Search").WithTags("Search")
        .WithSummary("Finds records by their names, numbers and codes: any two letters of a Chinese name, its pinyin or initials, the beginning of a word, a word with a mistake.")
        .Answers<SearchView>();

    /// <param name="q">1 to 100 characters. Parts divided by blanks must all be found.</param>
    /// <param name="kinds">Only these kinds of record, divided by commas, e.g. <c>Customer,Contact</c>; all that the caller may read when missing.</param>
    /// <param name="limit">Hits of each kind: 1 to 50, default 8.</param>
    static async Task<IResult> Handle(string q, string? kinds, int? limit, Caller caller, Database database, Searcher searcher, HttpContext http, CancellationToken ct)
    {
        if (Check(q) is { } bad) return bad.ToProblem();
        if (limit is < 1 or > MaxLimit) return Refusal.Field("limit", "request/bad-limit", $"A limit is 1 to {MaxLimit}.").ToProblem();
        var asked = Named(searcher, kinds);
        if (asked.Refused(out var unknown)) return unknown.ToProblem();
        await using var db = database.Read(caller.TenantId);
        var groups = await searcher.Find(db, caller, SearchQuery.Of(q), asked.Value, limit ?? DefaultLimit, ct);
        return Outcome<SearchView>.Of(new SearchView
        {
            Groups = [.. groups.Select(group => new SearchGroupView { Kind = group.Kind.Name, HasMore = group.HasMore, Hits = [.. group.Hits.Select(SearchHitView.Of)] })],
        }).ToOk(http);
    }

    internal static Refusal? Check(string text) => text.Trim().Length is 0 || text.Length > QueryLength || !FieldErrors.IsText(text)
        ? Refusal.Field("q", "request/bad-filter", $"A text of 1 to {QueryLength} characters.")
        : null;

    static Outcome<IReadOnlyList<ISearchKind>> Named(Searcher searcher, string? kinds)
    {
        if (kinds is null) return Outcome<IReadOnlyList<ISearchKind>>.Of(searcher.Kinds);
        var names = kinds.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = searcher.Kinds.Where(kind => names.Contains(kind.Name)).ToList();
        return names.Length == 0 || found.Count < names.Distinct().Count()
            ? Refusal.Field("kinds", "request/bad-value", $"Expected some of {string.Join(", ", searcher.Kinds.Select(kind => kind.Name))}.")
            : found;
    }
}

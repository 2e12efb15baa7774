using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Search;

/// <summary>
/// Answers a query in three steps: the index names candidates, their texts decide and rank, and the module that owns them says which the
/// caller sees. The last step asks the records themselves, so nothing that is out of scope is told or counted.
/// </summary>
public sealed class Searcher(SearchFeed feed)
{
    /// <summary>So many records of a look-up are taken; a commoner one narrows nothing down.</summary>
    const int MostPostings = 1_000;

    /// <summary>So many texts are looked at when the look-up itself is the whole answer.</summary>
    const int EnoughTexts = 300;

    /// <summary>Who sees no more than this is answered from what he sees when the index alone finds too much.</summary>
    const int FewRecords = 3_000;

    const int MostWords = 400;
    const int Round = 200;

    public IReadOnlyList<ISearchKind> Kinds => feed.Kinds;

    internal async Task<IReadOnlyList<SearchGroup>> Find(CrmDb db, Caller caller, SearchQuery query, IReadOnlyList<ISearchKind>? kinds, int limit, CancellationToken ct)
    {
        var allowed = (kinds ?? Kinds).Where(kind => caller.Has(kind.Requires)).ToList();
        if (query.IsEmpty || allowed.Count == 0) return [];
        await db.Database.OpenConnectionAsync(ct);
        var found = await Once(db, caller, allowed, new SearchMatcher(query, forgiving: false), await Candidates(db, query, allowed, ct), limit, ct);
        if (query.MayBeMisspelt && found.Sum(group => group.Hits.Count) < limit)
        {
            var near = await Once(db, caller, allowed, new SearchMatcher(query, forgiving: true), await NearCandidates(db, query, allowed, ct), limit, ct);
            found = Joined(found, near, caller, limit);
        }
        return [.. found.Where(group => group.Hits.Count > 0).OrderBy(group => group.Hits[0].Match.Rank).ThenBy(group => group.Kind.Code)];
    }

    static List<SearchGroup> Joined(List<SearchGroup> found, List<SearchGroup> near, Caller caller, int limit)
    {
        var joined = new List<SearchGroup>();
        foreach (var kind in found.Concat(near).Select(group => group.Kind).Distinct())
        {
            var groups = found.Concat(near).Where(group => group.Kind == kind).ToList();
            var hits = SearchHit.Ordered(groups.SelectMany(group => group.Hits), caller).DistinctBy(hit => hit.Record.Id).ToList();
            joined.Add(new SearchGroup(kind, [.. hits.Take(limit)], hits.Count > limit || groups.Exists(group => group.HasMore)));
        }
        return joined;
    }

    static async Task<List<SearchGroup>> Once(
        CrmDb db, Caller caller, List<ISearchKind> kinds, SearchMatcher matcher, Dictionary<ISearchKind, Found> candidates, int limit, CancellationToken ct)
    {
        var groups = new List<SearchGroup>();
        // Who sees little of what is common is answered from the little.
        var few = new HashSet<ISearchKind>();
        foreach (var kind in kinds)
        {
            if (!candidates.TryGetValue(kind, out var of) || !of.IsCut || kind.SeesAll(caller)) continue;
            var seen = await kind.Seen(db, caller, FewRecords + 1, ct);
            if (seen.Count > FewRecords) continue;
            few.Add(kind);
            groups.Add(await Group(db, caller, kind, Ranked(await SearchStatements.DocsOf(db, kind.Code, seen, ct), matcher), limit, ct));
        }
        var numbers = candidates.Where(of => !few.Contains(of.Key)).SelectMany(of => of.Value.Docs).ToHashSet();
        var docs = (await SearchStatements.Docs(db, numbers, archived: false, ct)).ToLookup(doc => doc.Kind);
        foreach (var kind in kinds.Where(kind => !few.Contains(kind)))
            groups.Add(await Group(db, caller, kind, Ranked(docs[kind.Code], matcher), limit, ct));
        return groups;
    }

    static List<(SearchMatch Match, Guid Id)> Ranked(IEnumerable<SearchStatements.Doc> docs, SearchMatcher matcher)
    {
        var ranked = new List<(SearchMatch Match, Guid Id, long No)>();
        foreach (var doc in docs)
        {
            if (matcher.Of(doc.Text) is { } match) ranked.Add((match, doc.RecordId, doc.No));
        }
        return [.. ranked.OrderBy(one => one.Match.Rank).ThenByDescending(one => one.No).Select(one => (one.Match, one.Id))];
    }

    static async Task<SearchGroup> Group(CrmDb db, Caller caller, ISearchKind kind, List<(SearchMatch Match, Guid Id)> ranked, int limit, CancellationToken ct)
    {
        var hits = new List<SearchHit>();
        var round = kind.SeesAll(caller) ? Math.Max(limit * 2, limit + 10) : Round;
        foreach (var chunk in ranked.Chunk(round))
        {
            var matches = chunk.ToDictionary(one => one.Id, one => one.Match);
            foreach (var record in await kind.Find(db, caller, matches.Keys, ct)) hits.Add(new SearchHit(matches[record.Id], record));
            if (hits.Count > limit) break;
        }
        return new SearchGroup(kind, [.. SearchHit.Ordered(hits, caller).Take(limit)], hits.Count > limit);
    }

    static async Task<Dictionary<ISearchKind, Found>> Candidates(CrmDb db, SearchQuery query, List<ISearchKind> kinds, CancellationToken ct)
    {
        var asked = new List<(ISearchKind Kind, SearchQuery.LookUp? LookUp, SearchTerm.Range Range)>();
        foreach (var kind in kinds)
        {
            asked.Add((kind, null, SearchTerm.Exactly(SearchTerm.Whole(kind.Code, query.Key))));
            foreach (var lookUp in query.LookUps(kind.Code)) asked.AddRange(lookUp.Ranges.Select(range => (kind, (SearchQuery.LookUp?)lookUp, range)));
        }
        var postings = (await SearchStatements.Postings(db, [.. asked.Select((one, i) => new SearchStatements.Slot(i, one.Range))], MostPostings, ct))
            .GroupBy(posting => posting.Slot).ToDictionary(group => group.Key, group => group.Select(posting => -posting.Doc).ToList());
        var found = new Dictionary<ISearchKind, Found>();
        foreach (var kind in kinds)
        {
            var whole = new List<long>();
            var lists = new Dictionary<SearchQuery.LookUp, PostingList>(ReferenceEqualityComparer.Instance);
            for (var i = 0; i < asked.Count; i++)
            {
                if (asked[i].Kind != kind) continue;
                var docs = postings.GetValueOrDefault(i) ?? [];
                if (asked[i].LookUp is not { } lookUp)
                {
                    whole.AddRange(docs);
                    continue;
                }
                if (!lists.TryGetValue(lookUp, out var list)) lists[lookUp] = list = new PostingList(lookUp.IsTerm);
                list.Add(docs, docs.Count >= MostPostings);
            }
            found[kind] = Narrowed([.. lists.Values], whole);
        }
        return found;
    }

    /// <summary>What all look-ups name that are known to the end; of those that are not, the one that reaches furthest back is the rarest.</summary>
    static Found Narrowed(List<PostingList> lists, List<long> whole)
    {
        var complete = lists.Where(list => !list.IsCut).OrderBy(list => list.Docs.Count).ToList();
        if (complete.Count > 0)
        {
            var docs = new HashSet<long>(complete[0].Docs);
            foreach (var list in complete.Skip(1)) docs.IntersectWith(list.Docs);
            docs.UnionWith(whole);
            return new Found([.. docs.OrderDescending().Take(MostPostings)], IsCut: false);
        }
        var rarest = lists.OrderBy(list => list.IsTerm ? 0 : 1).ThenBy(list => list.IsTerm ? list.Oldest : 0).FirstOrDefault();
        if (rarest is null) return new Found(whole, IsCut: false);
        // Where one look-up is all there is, each of its records is an answer.
        var taken = lists.Count == 1 ? rarest.InOrder.Take(EnoughTexts) : rarest.InOrder.Take(MostPostings);
        return new Found([.. taken.Concat(whole).Distinct()], IsCut: true);
    }

    /// <summary>
    /// Records with words that are spelt nearly like those typed. One mistake leaves half of a word whole, so the words that share a half
    /// are compared; a word of the index is a term, and terms are walked one by one however many records they have.
    /// </summary>
    static async Task<Dictionary<ISearchKind, Found>> NearCandidates(CrmDb db, SearchQuery query, List<ISearchKind> kinds, CancellationToken ct)
    {
        var found = new Dictionary<ISearchKind, Found>();
        // The part that is least like others decides; the texts decide on the rest.
        var part = query.Parts.Where(one => one.Mistakes > 0).OrderByDescending(one => one.Word!.Length).First();
        var word = part.Word!;
        var kept = word[..Math.Min(word.Length, SearchTerm.WordLength)];
        var half = Math.Max(2, kept.Length / 2);
        var slots = new List<(ISearchKind Kind, SearchTerm.Range Range)>();
        foreach (var kind in kinds)
        {
            var terms = await SearchStatements.Distinct(db,
                [
                    SearchTerm.Begins(kind.Code, SearchTerm.Sort.Word, kept.AsSpan(0, half)),
                    SearchTerm.Begins(kind.Code, SearchTerm.Sort.Backwards, SearchGrams.Reversed(word).AsSpan(0, half)),
                ], MostWords, ct);
            foreach (var term in terms)
            {
                var known = SearchTerm.Unpack(term);
                var isBackwards = SearchTerm.Begins(kind.Code, SearchTerm.Sort.Backwards, "") is var backwards && term >= backwards.From && term < backwards.Below;
                var typed = isBackwards ? SearchGrams.Reversed(word) : word;
                typed = typed[..Math.Min(typed.Length, SearchTerm.WordLength)];
                // A word that was cut may differ where it was cut.
                if (Misspelling.Of(typed, known, part.Mistakes + (known.Length == SearchTerm.WordLength ? 1 : 0))) slots.Add((kind, SearchTerm.Exactly(term)));
            }
        }
        var postings = await SearchStatements.Postings(db, [.. slots.Take(MostWords).Select((slot, i) => new SearchStatements.Slot(i, slot.Range))], Round, ct);
        foreach (var group in postings.GroupBy(posting => slots[posting.Slot].Kind))
            found[group.Key] = new Found([.. group.Select(posting => -posting.Doc).Distinct().Take(MostPostings)], IsCut: false);
        return found;
    }

    /// <param name="Docs">The numbers of the records.</param>
    /// <param name="IsCut">There are more than were looked at.</param>
    sealed record Found(IReadOnlyList<long> Docs, bool IsCut);

    sealed class PostingList(bool isTerm)
    {
        public bool IsTerm => isTerm;

        public HashSet<long> Docs { get; } = [];

        public List<long> InOrder { get; } = [];

        public bool IsCut { get; private set; }

        public long Oldest => InOrder.Count == 0 ? 0 : InOrder.Min();

        public void Add(List<long> docs, bool isCut)
        {
            foreach (var doc in docs)
            {
                if (Docs.Add(doc)) InOrder.Add(doc);
            }
            IsCut |= isCut;
        }
    }
}

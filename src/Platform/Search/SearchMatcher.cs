namespace Crm.Platform.Search;

/// <summary>Holds a record's text against a query: the index proposes, this decides, and says where.</summary>
sealed class SearchMatcher(SearchQuery query, bool forgiving)
{
    const int Exact = 0;
    const int Prefix = 10;
    const int WordStart = 20;
    const int Inside = 25;
    const int WholeSound = 28;
    const int SoundFromStart = 30;
    const int SoundInside = 35;
    const int Misspelt = 40;

    // A code or a number that fits says less than a name that does.
    const int NotTheName = 3;

    /// <summary>Null when a part of the query stands nowhere in the record.</summary>
    public SearchMatch? Of(string stored)
    {
        SearchMatch? best = null;
        var fields = SearchText.Read(stored);
        Span<int> anywhere = stackalloc int[query.Parts.Count];
        anywhere.Fill(int.MaxValue);
        foreach (var field in fields)
        {
            var units = SearchUnits.Of(field.Text);
            if (units.Count == 0) continue;
            var extra = field.IsName ? 0 : NotTheName;
            if (SearchUnits.KeyOf(units) == query.Key) return new SearchMatch(Exact + extra, MatchKind.Exact, field, [Whole(units)]);
            var (worst, all, ranges) = (0, true, new List<TextRange>());
            for (var i = 0; i < query.Parts.Count; i++)
            {
                if (Find(units, query.Parts[i]) is not { } found)
                {
                    all = false;
                    continue;
                }
                anywhere[i] = Math.Min(anywhere[i], found.Rank + extra);
                worst = Math.Max(worst, found.Rank == Prefix && i > 0 ? WordStart : found.Rank);
                ranges.Add(found.Range);
            }
            if (ranges.Count == 0) continue;
            // All in one field is better than some here and some there.
            var rank = all ? worst + extra : 100 + worst + extra;
            if (best is null || rank < best.Rank) best = new SearchMatch(rank, KindOf(worst), field, Merged(ranges));
        }
        if (best is null || best.Rank < 100) return best;
        var scattered = 0;
        foreach (var rank in anywhere)
        {
            if (rank == int.MaxValue) return null;
            scattered = Math.Max(scattered, rank);
        }
        scattered = Math.Max(scattered, WordStart);
        return best with { Rank = scattered + 1, How = KindOf(scattered) };
    }

    static MatchKind KindOf(int rank) => rank switch
    {
        < Prefix => MatchKind.Exact,
        < WordStart => MatchKind.Prefix,
        < WholeSound => MatchKind.Part,
        < Misspelt => MatchKind.Sound,
        _ => MatchKind.Misspelt,
    };

    (int Rank, TextRange Range)? Find(List<SearchUnit> units, SearchQuery.Part part) => part.Word is { } word ? FindWord(units, word, part.Mistakes) : FindLetters(units, part.Letters);

    static (int Rank, TextRange Range)? FindLetters(List<SearchUnit> units, int[] letters)
    {
        for (var i = 0; i + letters.Length <= units.Count; i++)
        {
            var k = 0;
            while (k < letters.Length && units[i + k].Rune == letters[k]) k++;
            if (k == letters.Length) return (i == 0 ? Prefix : WordStart, Span(units, i, i + k - 1, units[i + k - 1].Length));
        }
        return null;
    }

    (int Rank, TextRange Range)? FindWord(List<SearchUnit> units, string word, int mistakes)
    {
        (int Rank, TextRange Range)? best = null;
        for (var i = 0; i < units.Count && best is not { Rank: Prefix }; i++)
        {
            if (Written(units, i, word) is { } written) Better(ref best, i == 0 ? Prefix : WordStart, written);
            else if (units[i].Word is { } here && word.Length >= 3 && here.IndexOf(word, StringComparison.Ordinal) is > 0 and var at)
                Better(ref best, Inside, new TextRange(units[i].Start + at, Math.Min(word.Length, units[i].Length - at)));
            else if (best is not { Rank: <= SoundFromStart } && Sounds(units, i, 0, word) is { } last)
                Better(ref best, i > 0 ? SoundInside : last == units.Count - 1 ? WholeSound : SoundFromStart, Span(units, i, last, units[last].Length));
        }
        if (best is not null || !forgiving || mistakes == 0) return best;
        foreach (var unit in units)
        {
            if (unit.Word is { } here && Misspelling.Of(word, here, mistakes)) return (Misspelt, new TextRange(unit.Start, unit.Length));
        }
        return null;
    }

    static void Better(ref (int Rank, TextRange Range)? best, int rank, TextRange range)
    {
        if (best is null || rank < best.Value.Rank) best = (rank, range);
    }

    // As it is written, whether the name has a blank in it or what was typed has.
    static TextRange? Written(List<SearchUnit> units, int start, string word)
    {
        var rest = word.AsSpan();
        for (var i = start; i < units.Count && units[i].Word is { } here; i++)
        {
            if (here.AsSpan().StartsWith(rest, StringComparison.Ordinal)) return Span(units, start, i, Math.Min(rest.Length, units[i].Length));
            if (!rest.StartsWith(here, StringComparison.Ordinal)) return null;
            rest = rest[here.Length..];
        }
        return null;
    }

    /// <summary>The last unit that is needed, when the units from here on can be typed so.</summary>
    static int? Sounds(List<SearchUnit> units, int at, int typed, ReadOnlySpan<char> word)
    {
        if (at == units.Count) return null;
        var rest = word[typed..];
        if (units[at].Word is { } here)
        {
            if (here.AsSpan().StartsWith(rest, StringComparison.Ordinal)) return at;
            if (rest.StartsWith(here, StringComparison.Ordinal) && Sounds(units, at + 1, typed + here.Length, word) is { } whole) return whole;
            return rest[0] == here[0] ? rest.Length == 1 ? at : Sounds(units, at + 1, typed + 1, word) : null;
        }
        foreach (var reading in Pinyin.Of(units[at].Rune))
        {
            if (reading[0] != rest[0]) continue;
            if (reading.AsSpan().StartsWith(rest, StringComparison.Ordinal)) return at;
            if (rest.StartsWith(reading, StringComparison.Ordinal) && Sounds(units, at + 1, typed + reading.Length, word) is { } full) return full;
            if (reading.Length > 1 && Sounds(units, at + 1, typed + 1, word) is { } initial) return initial;
        }
        return null;
    }

    static TextRange Whole(List<SearchUnit> units) => Span(units, 0, units.Count - 1, units[^1].Length);

    static TextRange Span(List<SearchUnit> units, int first, int last, int lengthOfLast) =>
        new(units[first].Start, units[last].Start + lengthOfLast - units[first].Start);

    static List<TextRange> Merged(List<TextRange> ranges)
    {
        if (ranges.Count < 2) return ranges;
        ranges.Sort((a, b) => a.Start.CompareTo(b.Start));
        var merged = new List<TextRange> { ranges[0] };
        foreach (var range in ranges.Skip(1))
        {
            var last = merged[^1];
            if (range.Start > last.Start + last.Length) merged.Add(range);
            else merged[^1] = last with { Length = Math.Max(last.Length, range.Start + range.Length - last.Start) };
        }
        return merged;
    }
}

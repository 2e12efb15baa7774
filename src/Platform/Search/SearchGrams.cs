namespace Crm.Platform.Search;

/// <summary>The terms that a record stands under: what a query of any kind can be answered from, and no more, since each is a row.</summary>
static class SearchGrams
{
    const int Variants = 6;
    const int Starts = 24;

    public static HashSet<long> Of(int kind, IEnumerable<SearchField> fields)
    {
        var terms = new HashSet<long>();
        foreach (var field in fields)
        {
            var units = SearchUnits.Of(field.Text);
            if (units.Count == 0) continue;
            terms.Add(SearchTerm.Whole(kind, SearchUnits.KeyOf(units)));
            Pairs(kind, units, terms, out var inStock);
            foreach (var unit in units)
            {
                if (unit.Word is { } word) Word(kind, word, terms);
            }
            if (field.IsName) Sounds(kind, units, inStock, terms);
            else if (units.Count > 1 && units.TrueForAll(unit => !unit.IsLetter)) Word(kind, string.Concat(units.Select(unit => unit.Word)), terms);
        }
        return terms;
    }

    public static string Reversed(string word) => string.Create(word.Length, word, static (span, from) =>
    {
        from.CopyTo(span);
        span.Reverse();
    });

    static void Word(int kind, string word, HashSet<long> terms)
    {
        terms.Add(SearchTerm.Word(kind, SearchTerm.Sort.Word, word));
        if (word.Length > 1) terms.Add(SearchTerm.Word(kind, SearchTerm.Sort.Backwards, Reversed(word)));
    }

    static void Pairs(int kind, List<SearchUnit> units, HashSet<long> terms, out bool[] inStock)
    {
        inStock = new bool[units.Count];
        for (var i = 0; i < units.Count; i++)
        {
            if (!units[i].IsLetter) continue;
            var (which, length) = StockPhrases.At(units, i);
            if (length > 0)
            {
                terms.Add(SearchTerm.Stock(kind, which));
                inStock.AsSpan(i, length).Fill(true);
                i += length - 1;
                // Its last letter and what follows it are a pair as any other.
                if (i + 1 < units.Count && units[i + 1].IsLetter) terms.Add(SearchTerm.Pair(kind, units[i].Rune, units[i + 1].Rune));
                continue;
            }
            terms.Add(SearchTerm.Pair(kind, units[i].Rune, i + 1 < units.Count ? units[i + 1].Rune : 0));
        }
    }

    // From each letter on, how the rest of the name sounds and its initials: hw and huawei find 深圳华为.
    static void Sounds(int kind, List<SearchUnit> units, bool[] inStock, HashSet<long> terms)
    {
        var starts = 0;
        for (var i = 0; i < units.Count && starts < Starts; i++)
        {
            var begins = i == 0 ? units.Count > 1 || units[0].IsLetter
                : units[i].IsLetter ? !inStock[i] : i + 1 < units.Count && units[i + 1].IsLetter;
            if (!begins) continue;
            starts++;
            foreach (var sound in Spellings(units, i, initials: false)) terms.Add(SearchTerm.Word(kind, SearchTerm.Sort.Pinyin, sound));
            foreach (var sound in Spellings(units, i, initials: true)) terms.Add(SearchTerm.Word(kind, SearchTerm.Sort.Initials, sound));
        }
    }

    // The usual readings first, then what differs from them in one place, then in two.
    static List<string> Spellings(List<SearchUnit> units, int start, bool initials)
    {
        var found = new List<string>(Variants);
        Span<char> text = stackalloc char[SearchTerm.WordLength];
        for (var unusual = 0; unusual <= 2; unusual++) Spell(units, start, start, initials, unusual, text, 0, found);
        return found;
    }

    static void Spell(List<SearchUnit> units, int start, int at, bool initials, int unusual, Span<char> text, int length, List<string> found)
    {
        if (found.Count >= Variants) return;
        // A letter that has no reading ends what can be typed.
        var readings = at < units.Count && units[at].IsLetter ? Pinyin.Of(units[at].Rune) : [];
        if (at == units.Count || length == text.Length || (units[at].IsLetter && readings.Length == 0))
        {
            var spelt = new string(text[..length]);
            if (unusual == 0 && length > 0 && !found.Contains(spelt)) found.Add(spelt);
            return;
        }
        if (units[at].Word is { } word)
        {
            Append(word, text, length, out var after);
            Spell(units, start, at + 1, initials, unusual, text, after, found);
            if (!initials || word.Length == 1 || units[start].IsLetter) return;
            Append(word.AsSpan(0, 1), text, length, out after);
            Spell(units, start, at + 1, initials, unusual, text, after, found);
            return;
        }
        for (var i = 0; i < readings.Length; i++)
        {
            var cost = i == 0 ? 0 : 1;
            if (cost > unusual || (initials && i > 0 && readings[i][0] == readings[0][0])) continue;
            Append(initials ? readings[i].AsSpan(0, 1) : readings[i], text, length, out var after);
            Spell(units, start, at + 1, initials, unusual - cost, text, after, found);
        }
    }

    static void Append(ReadOnlySpan<char> part, Span<char> text, int length, out int after)
    {
        var fits = Math.Min(part.Length, text.Length - length);
        part[..fits].CopyTo(text[length..]);
        after = length + fits;
    }
}

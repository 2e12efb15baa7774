namespace Crm.Platform.Search;

/// <summary>What was typed: every part of it has to be found, in whatever order.</summary>
sealed class SearchQuery
{
    const int MostParts = 8;
    const int MostPairs = 6;

    SearchQuery(string key, IReadOnlyList<Part> parts) => (Key, Parts) = (key, parts);

    /// <summary>Letters and digits only.</summary>
    public string Key { get; }

    public IReadOnlyList<Part> Parts { get; }

    public bool IsEmpty => Parts.Count == 0;

    /// <summary>Whether a part could be a misspelt word.</summary>
    public bool MayBeMisspelt => Parts.Any(part => part.Mistakes > 0);

    public static SearchQuery Of(string text)
    {
        var units = SearchUnits.Of(text);
        var parts = new List<Part>();
        for (var i = 0; i < units.Count && parts.Count < MostParts; i++)
        {
            if (units[i].Word is { } word)
            {
                parts.Add(new Part(word, []));
                continue;
            }
            var letters = new List<int> { units[i].Rune };
            while (i + 1 < units.Count && units[i + 1] is { IsLetter: true, AfterBlank: false }) letters.Add(units[++i].Rune);
            parts.Add(new Part(null, [.. letters]));
        }
        return new SearchQuery(SearchUnits.KeyOf(units), parts);
    }

    /// <summary>What to look up for a kind: each look-up is a part of the truth about one part of the query, and holds where any of its ranges does.</summary>
    public IReadOnlyList<LookUp> LookUps(int kind)
    {
        var found = new List<LookUp>();
        foreach (var part in Parts)
        {
            if (part.Word is { } word) found.Add(Word(kind, word));
            else if (part.Letters.Length == 1) found.Add(Single(kind, part.Letters[0]));
            else found.AddRange(Pairs(kind, part.Letters));
        }
        return found;
    }

    static LookUp Word(int kind, string word)
    {
        List<SearchTerm.Range> ranges =
        [
            SearchTerm.Begins(kind, SearchTerm.Sort.Word, word),
            SearchTerm.Begins(kind, SearchTerm.Sort.Pinyin, word),
            SearchTerm.Begins(kind, SearchTerm.Sort.Initials, word),
        ];
        if (word.Length >= 3) ranges.Add(SearchTerm.Begins(kind, SearchTerm.Sort.Backwards, SearchGrams.Reversed(word)));
        return new LookUp(ranges, IsTerm: false);
    }

    static LookUp Single(int kind, int letter) => new(
        [SearchTerm.PairsOf(kind, letter), .. StockPhrases.With(Text([letter])).Select(which => SearchTerm.Exactly(SearchTerm.Stock(kind, which)))], IsTerm: false);

    static IEnumerable<LookUp> Pairs(int kind, int[] letters)
    {
        var pairs = Enumerable.Range(0, letters.Length - 1).Select(i => (First: letters[i], Second: letters[i + 1])).Distinct().ToList();
        // Half of all companies have those of the stock phrases; they are looked up only when there is nothing rarer.
        var rare = pairs.Where(pair => !StockPhrases.HasPair(pair.First, pair.Second)).ToList();
        if (rare.Count > 0) pairs = rare;
        if (pairs.Count > MostPairs) pairs = [.. Enumerable.Range(0, MostPairs).Select(i => pairs[i * (pairs.Count - 1) / (MostPairs - 1)])];
        return pairs.Select(pair => new LookUp(
            [
                SearchTerm.Exactly(SearchTerm.Pair(kind, pair.First, pair.Second)),
                .. StockPhrases.With(Text([pair.First, pair.Second])).Select(which => SearchTerm.Exactly(SearchTerm.Stock(kind, which))),
            ],
            IsTerm: true));
    }

    static string Text(int[] letters) => string.Concat(letters.Select(char.ConvertFromUtf32));

    /// <param name="Word">A word of a-z and 0-9; null for letters.</param>
    /// <param name="Letters">Letters that stand side by side.</param>
    internal sealed record Part(string? Word, int[] Letters)
    {
        /// <summary>How many mistakes are forgiven: short words are too like each other, and a number is meant as it is.</summary>
        public int Mistakes { get; } = Word is null || Word.Length < 4 || Word.Any(char.IsAsciiDigit) ? 0 : Word.Length < 8 ? 1 : 2;
    }

    /// <param name="Ranges">Where it is looked up; any of them does.</param>
    /// <param name="IsTerm">Each range is one term, whose records come newest first.</param>
    internal sealed record LookUp(IReadOnlyList<SearchTerm.Range> Ranges, bool IsTerm);
}

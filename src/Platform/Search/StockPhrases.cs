namespace Crm.Platform.Search;

/// <summary>Endings that half of all companies have: one term each instead of a term for every pair of letters.</summary>
static class StockPhrases
{
    // Longest first. The place in this list stands in the index: append, or raise the generation.
    static readonly string[] All =
    [
        "集团股份有限公司", "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "股份公司", "集团公司", "分公司", "总公司", "公司",
    ];

    static readonly HashSet<(int, int)> Pairs = [.. All.SelectMany(phrase => phrase.Zip(phrase.Skip(1), (a, b) => ((int)a, (int)b)))];

    /// <summary>The phrase that begins at the place and its number; length 0 when none does.</summary>
    public static (int Which, int Length) At(IReadOnlyList<SearchUnit> units, int start)
    {
        for (var which = 0; which < All.Length; which++)
        {
            var phrase = All[which];
            if (start + phrase.Length > units.Count) continue;
            var i = 0;
            while (i < phrase.Length && units[start + i].Rune == phrase[i]) i++;
            if (i == phrase.Length) return (which, phrase.Length);
        }
        return (0, 0);
    }

    public static bool HasPair(int first, int second) => Pairs.Contains((first, second));

    /// <summary>The phrases that contain the letters.</summary>
    public static IEnumerable<int> With(string letters) => Enumerable.Range(0, All.Length).Where(which => All[which].Contains(letters, StringComparison.Ordinal));
}

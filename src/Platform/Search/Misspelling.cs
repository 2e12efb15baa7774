namespace Crm.Platform.Search;

/// <summary>Whether a word could be meant by another: letters that are missing, too many, wrong, or two that changed places.</summary>
static class Misspelling
{
    const int LongEnough = 6;

    /// <summary>What was typed may stop before the word ends, when it says enough.</summary>
    public static bool Of(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int mistakes)
    {
        if (word.Length < typed.Length - mistakes || (typed.Length < LongEnough && word.Length > typed.Length + mistakes)) return false;
        // A row a letter; each row's least value only rises, so hopeless words end early.
        var width = Math.Min(word.Length, typed.Length + mistakes) + 1;
        Span<int> before = stackalloc int[width];
        Span<int> former = stackalloc int[width];
        Span<int> row = stackalloc int[width];
        for (var j = 0; j < width; j++) former[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = typed[i - 1] == word[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(former[j] + 1, row[j - 1] + 1), former[j - 1] + cost);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) value = Math.Min(value, before[j - 2] + 1);
                row[j] = value;
                least = Math.Min(least, value);
            }
            if (least > mistakes) return false;
            var oldest = before;
            before = former;
            former = row;
            row = oldest;
        }
        var best = int.MaxValue;
        for (var j = typed.Length >= LongEnough ? Math.Max(0, typed.Length - mistakes) : Math.Min(word.Length, width - 1); j < width; j++) best = Math.Min(best, former[j]);
        return best <= mistakes;
    }
}

namespace Crm.Platform.Search;

/// <summary>
/// A term of the index as one 64-bit number, which every engine compares alike whatever its collation: 2 bits generation of the grams,
/// 6 bits kind of record, 3 bits sort of term, 53 bits what it says. Words are packed so that a prefix is a range.
/// </summary>
static class SearchTerm
{
    /// <summary>Rises when the grams of a text change; the index is then made anew beside the old one.</summary>
    public const int Generation = 1;

    /// <summary>Letters of a word that are kept; the text itself is looked at for the rest.</summary>
    public const int WordLength = 10;

    const int PayloadBits = 53;
    const ulong Radix = 37;

    /// <summary>The terms that begin alike: from the first up to and without the second.</summary>
    internal readonly record struct Range(long From, long Below);

    internal enum Sort
    {
        Word,
        Backwards,
        Pinyin,
        Initials,
        Pair,
        Stock,
        Whole,
    }

    public static long Word(int kind, Sort sort, ReadOnlySpan<char> word) => Of(kind, sort, Pack(word) * Power(WordLength - Math.Min(word.Length, WordLength)));

    public static Range Begins(int kind, Sort sort, ReadOnlySpan<char> prefix)
    {
        var width = Power(WordLength - Math.Min(prefix.Length, WordLength));
        var from = Pack(prefix) * width;
        return new Range(Of(kind, sort, from), Of(kind, sort, from + width));
    }

    public static long Pair(int kind, int first, int second) => Of(kind, Sort.Pair, ((ulong)first << 21) | (uint)second);

    public static Range PairsOf(int kind, int first) => new(Pair(kind, first, 0), Pair(kind, first + 1, 0));

    public static long Stock(int kind, int which) => Of(kind, Sort.Stock, (ulong)which);

    /// <summary>The whole text's key, hashed.</summary>
    public static long Whole(int kind, string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in key) hash = (hash ^ letter) * 1099511628211UL;
        hash ^= hash >> 29;
        return Of(kind, Sort.Whole, (hash * 0xBF58476D1CE4E5B9UL) >> (64 - PayloadBits));
    }

    public static Range Exactly(long term) => new(term, term + 1);

    /// <summary>Everything of a kind in a generation.</summary>
    public static Range AllOf(int kind, int generation)
    {
        var from = (((ulong)generation << 6) | (uint)kind) << (3 + PayloadBits);
        return new Range(unchecked((long)from), unchecked((long)(from + (1UL << (3 + PayloadBits)))));
    }

    /// <summary>The word of a term of <see cref="Sort.Word"/>, as far as it is kept.</summary>
    public static string Unpack(long term)
    {
        var packed = (ulong)term & ((1UL << PayloadBits) - 1);
        Span<char> word = stackalloc char[WordLength];
        for (var i = WordLength - 1; i >= 0; i--)
        {
            var digit = packed % Radix;
            word[i] = digit == 0 ? ' ' : digit <= 26 ? (char)('a' + digit - 1) : (char)('0' + digit - 27);
            packed /= Radix;
        }
        return new string(word).TrimEnd();
    }

    static long Of(int kind, Sort sort, ulong payload) =>
        unchecked((long)((((ulong)Generation << 6) | (uint)kind) << (3 + PayloadBits) | ((ulong)sort << PayloadBits) | payload));

    static ulong Pack(ReadOnlySpan<char> word)
    {
        var packed = 0UL;
        for (var i = 0; i < Math.Min(word.Length, WordLength); i++) packed = packed * Radix + (word[i] is >= 'a' and <= 'z' ? (ulong)(word[i] - 'a' + 1) : (ulong)(word[i] - '0' + 27));
        return packed;
    }

    static ulong Power(int exponent)
    {
        var power = 1UL;
        for (var i = 0; i < exponent; i++) power *= Radix;
        return power;
    }
}

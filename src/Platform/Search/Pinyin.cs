using System.Collections.Frozen;
using System.Text;

namespace Crm.Platform.Search;

/// <summary>How Han characters are read: without tones, the common reading first, at most three. The data is made by <c>tools/make-pinyin.sh</c>.</summary>
static class Pinyin
{
    static readonly Lazy<FrozenDictionary<int, string[]>> Known = new(Load);

    /// <summary>Empty for what is not a Han character of the basic plane.</summary>
    public static ReadOnlySpan<string> Of(int rune) => Known.Value.TryGetValue(rune, out var readings) ? readings : [];

    static FrozenDictionary<int, string[]> Load()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("Crm.Platform.Search.pinyin.txt")
            ?? throw new InvalidOperationException("The readings of Han characters are missing from the assembly.");
        using var lines = new StreamReader(stream, Encoding.UTF8);
        var readings = new Dictionary<int, string[]>(28_000);
        // One array for all characters that are read alike: there are few more readings than syllables.
        var alone = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            var second = line.IndexOf(' ', 2);
            var syllable = line[2..second];
            if (!alone.TryGetValue(syllable, out var single)) alone[syllable] = single = [syllable];
            foreach (var rune in line.AsSpan(second + 1).EnumerateRunes())
                readings[rune.Value] = readings.TryGetValue(rune.Value, out var former) ? [.. former, single[0]] : single;
        }
        return readings.ToFrozenDictionary();
    }
}

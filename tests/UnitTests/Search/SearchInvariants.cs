using Crm.Platform.Search;
using FsCheck.Xunit;

namespace Crm.UnitTests.Search;

/// <summary>What is promised of every name: the index proposes it, and the text agrees, for whatever part of it is typed.</summary>
public sealed class SearchInvariants
{
    const int Kind = 5;

    [Property(MaxTest = 400)]
    public bool Every_two_or_more_letters_of_a_chinese_name_find_it(int seed)
    {
        var name = Names.Of(seed);
        return Parts(name).All(part => Finds(name, part));

        static IEnumerable<string> Parts(string name)
        {
            for (var start = 0; start < name.Length; start++)
            {
                for (var length = 2; start + length <= name.Length; length++)
                {
                    var part = name.Substring(start, length);
                    if (part.All(letter => letter is >= '\u4e00' and <= '\u9fff')) yield return part;
                }
            }
        }
    }

    [Property(MaxTest = 400)]
    public bool A_single_letter_of_a_chinese_name_finds_it(int seed)
    {
        var name = Names.Of(seed);
        return name.Where(letter => letter is >= '\u4e00' and <= '\u9fff').All(letter => Finds(name, letter.ToString()));
    }

    [Property(MaxTest = 400)]
    public bool The_beginning_of_its_pinyin_finds_a_name_from_wherever_it_is_typed(int seed, byte from)
    {
        var name = Chinese(seed);
        var start = from % name.Length;
        var pinyin = string.Concat(name.Skip(start).Select(letter => Pinyin.Of(letter)[0]));
        return Enumerable.Range(2, Math.Min(16, pinyin.Length) - 1).All(length => Finds(name, pinyin[..length]));
    }

    [Property(MaxTest = 400)]
    public bool The_beginning_of_its_initials_finds_a_name_from_wherever_it_is_typed(int seed, byte from)
    {
        var name = Chinese(seed);
        var start = from % name.Length;
        var initials = string.Concat(name.Skip(start).Select(letter => Pinyin.Of(letter)[0][0]));
        return Enumerable.Range(1, initials.Length).All(length => Finds(name, initials[..length]));
    }

    [Property(MaxTest = 400)]
    public bool What_a_name_is_called_finds_it_whole_and_before_all_others(int seed)
    {
        var name = Names.Of(seed);
        return Finds(name, name) && Match(name, name.ToUpperInvariant())?.How == MatchKind.Exact;
    }

    [Property(MaxTest = 400)]
    public bool What_is_marked_stands_in_the_text(int seed, int other)
    {
        var (name, typed) = (Names.Of(seed), Names.Of(other));
        return Match(name, typed[..Math.Min(typed.Length, 3)])?.Ranges.All(range => range.Start >= 0 && range.Length > 0 && range.Start + range.Length <= name.Length) != false;
    }

    [Property(MaxTest = 300)]
    public bool A_word_with_one_mistake_is_forgiven(int seed, byte where, byte how)
    {
        var words = new[] { "microsoft", "siemens", "acme", "huawei", "oracle", "schneider", "johnson" };
        var word = words[Math.Abs(seed % words.Length)];
        var at = where % (word.Length - 1);
        var typed = (how % 4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, "q"),
            2 => word[..at] + "q" + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
        return typed.Length < 4 || new SearchMatcher(SearchQuery.Of(typed), forgiving: true).Of(Stored($"The {word} group")) is not null;
    }

    static string Chinese(int seed)
    {
        var name = string.Concat(Names.Of(seed).Where(letter => letter is >= '\u4e00' and <= '\u9fff'));
        // What begins inside a stock ending is typed by nobody and not kept by its sound.
        foreach (var end in new[] { "集团股份有限公司", "股份有限公司", "有限责任公司", "有限公司", "分公司" })
            if (name.EndsWith(end, StringComparison.Ordinal)) name = name[..^end.Length];
        return name.Replace("公司", "", StringComparison.Ordinal) is { Length: > 0 } kept ? kept : "华为";
    }

    static string Stored(string name) => new SearchText().Name("name", name).Stored();

    static SearchMatch? Match(string name, string typed) => new SearchMatcher(SearchQuery.Of(typed), forgiving: false).Of(Stored(name));

    static bool Finds(string name, string typed)
    {
        var terms = SearchGrams.Of(Kind, SearchText.Read(Stored(name)));
        var query = SearchQuery.Of(typed);
        return query.LookUps(Kind).All(lookUp => lookUp.Ranges.Any(range => terms.Any(term => term >= range.From && term < range.Below)))
            && new SearchMatcher(query, forgiving: false).Of(Stored(name)) is not null;
    }
}

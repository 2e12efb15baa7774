namespace Crm.Platform.Search;

/// <summary>How what was typed stands in what was found, the closest first.</summary>
public enum MatchKind
{
    /// <summary>It is the whole of it.</summary>
    Exact,

    /// <summary>It begins with it.</summary>
    Prefix,

    /// <summary>It contains it.</summary>
    Part,

    /// <summary>It sounds like it: pinyin or the initials of pinyin or of words.</summary>
    Sound,

    /// <summary>It is spelt nearly like it.</summary>
    Misspelt,
}

namespace Crm.Platform.Importing;

/// <summary>A field that a file can fill, as a module offers it.</summary>
/// <param name="Key">camelCase name used in the mapping.</param>
/// <param name="Kind">How its cells are read.</param>
public sealed record ImportField(string Key, FieldKind Kind)
{
    /// <summary>A row without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Longest text.</summary>
    public int MaxChars { get; init; } = 200;

    public decimal Min { get; init; } = decimal.MinValue;

    public decimal Max { get; init; } = decimal.MaxValue;

    /// <summary>The words of a choice; null when the list is open.</summary>
    public IReadOnlyCollection<string>? Choices { get; init; }

    /// <summary>A word one letter away from exactly one choice is taken for it, with a warning.</summary>
    public bool AllowsOneLetterOff { get; init; }

    /// <summary>Column names under which files know it, English and Chinese.</summary>
    public IReadOnlyList<string> AlsoKnownAs { get; init; } = [];

    /// <summary>Whether a file column of this name is likely to hold it.</summary>
    public bool Suits(string column)
    {
        var key = NameKey.Of(column);
        return key.Length > 0 && (key == NameKey.Of(Key) || AlsoKnownAs.Any(name => NameKey.Of(name) == key));
    }
}

namespace Crm.Platform.Search;

/// <summary>What a text is searched by: a word of a-z and 0-9, or one letter of a script that puts no blanks between words.</summary>
/// <param name="Word">Lower case, without accents; null for a letter.</param>
/// <param name="Rune">The letter; 0 for a word.</param>
/// <param name="Start">Where it stands in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="AfterBlank">White space stands before it.</param>
readonly record struct SearchUnit(string? Word, int Rune, int Start, int Length, bool AfterBlank)
{
    public bool IsLetter => Word is null;
}

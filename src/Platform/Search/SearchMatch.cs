namespace Crm.Platform.Search;

/// <summary>How a record answers a query.</summary>
/// <param name="Rank">The smaller the better; see <see cref="SearchMatcher"/>.</param>
/// <param name="How">In the words of the API.</param>
/// <param name="Field">The field that is shown for it.</param>
/// <param name="Ranges">The parts of the field that were matched, in order, none overlapping.</param>
sealed record SearchMatch(int Rank, MatchKind How, SearchField Field, IReadOnlyList<TextRange> Ranges);

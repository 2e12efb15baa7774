namespace Crm.Platform.Search;

/// <summary>A part of a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units from 0.</param>
/// <param name="Length">How long it is, in UTF-16 code units; at least 1.</param>
public readonly record struct TextRange(int Start, int Length);

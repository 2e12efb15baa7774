namespace Crm.Platform.Search;

/// <summary>What the index is told of a record.</summary>
/// <param name="Id">The record.</param>
/// <param name="Text">What it is found by.</param>
/// <param name="IsArchived">Archived records are found only where archived ones are asked for.</param>
public sealed record SearchEntry(Guid Id, SearchText Text, bool IsArchived);

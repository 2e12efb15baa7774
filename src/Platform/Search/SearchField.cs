namespace Crm.Platform.Search;

/// <summary>One text that a record is found by.</summary>
sealed record SearchField(string Name, string Text, bool IsName);

namespace Crm.Web.Parts;

/// <summary>Something that can be picked: its id, its name, and a word that tells it from its namesakes.</summary>
public sealed record Choice(string Id, string Name, string? Note = null);

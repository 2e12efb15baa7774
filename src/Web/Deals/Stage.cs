namespace Crm.Web.Deals;

/// <summary>An open stage of a method, as the reader calls it.</summary>
public sealed record Stage(string MethodId, string Key, string Name, string Band);

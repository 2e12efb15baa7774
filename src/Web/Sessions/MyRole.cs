namespace Crm.Web.Sessions;

/// <summary>A role of the member who is signed in.</summary>
public sealed record MyRole(string Key, string Name);

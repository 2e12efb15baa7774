namespace Crm.Platform.Modules;

/// <summary>What people call a module.</summary>
public sealed record ModuleTitle(string En, string Zh);

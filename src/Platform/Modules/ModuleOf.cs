namespace Crm.Platform.Modules;

/// <summary>Says of an endpoint which module serves it. The last one counts: an import is the platform's code and its module's operation.</summary>
public sealed record ModuleOf(string Name);

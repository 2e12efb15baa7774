namespace Crm.Opportunities.Methodologies;

/// <summary>An assembly that loads but is not what its manifest says.</summary>
internal sealed class PluginRefusedException(string reason) : Exception(reason);

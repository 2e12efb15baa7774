namespace Crm.ArchitectureTests.Planted;

internal sealed class NamesMcMaster
{
    public static string Hidden() => typeof(McMaster.NETCore.Plugins.PluginLoader).Name;
}

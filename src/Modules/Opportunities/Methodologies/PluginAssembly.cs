using System.Reflection;
using Crm.Methodology.Sdk;
using McMaster.NETCore.Plugins;

namespace Crm.Opportunities.Methodologies;

/// <summary>A plugin's assembly in a context of its own; the SDK is all that it shares. The only code that names McMaster.</summary>
/// <remarks>
/// The context is collectible, so that one that failed to load can go. Nothing depends on it: a version that was used stays
/// for the life of the host, because a plugin can hold its context open in many ways.
/// </remarks>
internal sealed class PluginAssembly : IDisposable
{
    readonly PluginLoader _loader;

    PluginAssembly(PluginLoader loader, ISalesMethod method)
    {
        _loader = loader;
        Method = method;
    }

    public ISalesMethod Method { get; }

    /// <exception cref="PluginRefusedException">The assembly has no such class, or it is not a method.</exception>
    public static PluginAssembly Load(string path, string entryType)
    {
        // Into memory: an operator who replaces the file under a running host must not pull pages from under it.
        var loader = PluginLoader.CreateFromAssemblyFile(path, isUnloadable: true, [typeof(ISalesMethod)], config => config.LoadInMemory = true);
        try
        {
            return new PluginAssembly(loader, Create(loader.LoadDefaultAssembly(), entryType));
        }
        catch
        {
            loader.Dispose();
            throw;
        }
    }

    public void Dispose() => _loader.Dispose();

    static ISalesMethod Create(Assembly assembly, string entryType)
    {
        var type = assembly.GetType(entryType, throwOnError: false)
            ?? throw new PluginRefusedException($"There is no class {entryType} in the assembly.");
        if (!typeof(ISalesMethod).IsAssignableFrom(type))
            throw new PluginRefusedException($"{entryType} does not implement ISalesMethod of the host's SDK.");
        if (type.IsAbstract || type.ContainsGenericParameters || type.GetConstructor(Type.EmptyTypes) is not { } constructor)
            throw new PluginRefusedException($"{entryType} has no public constructor without parameters, is abstract or generic.");
        return (ISalesMethod)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [], null);
    }
}

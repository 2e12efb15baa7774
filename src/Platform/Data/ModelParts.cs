using Crm.Platform.Modules;

namespace Crm.Platform.Data;

/// <summary>The modules whose tables make up the one model.</summary>
public sealed class ModelParts(IEnumerable<IModule> modules)
{
    public IReadOnlyList<IModule> Modules { get; } = [.. modules];
}

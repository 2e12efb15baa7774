namespace Crm.Organization.Domain;

/// <summary>
/// What may be switched, given what each module needs. Off is closed upwards: when a module is off, everything that needs it is off as well.
/// </summary>
internal sealed class ModuleRules(IEnumerable<ModuleRules.Node> modules)
{
    readonly Dictionary<string, Node> _modules = modules.ToDictionary(module => module.Name, StringComparer.Ordinal);

    internal IReadOnlyCollection<Node> All => _modules.Values;

    internal Node? Find(string name) => _modules.GetValueOrDefault(name);

    /// <summary>The modules that need this one directly.</summary>
    internal IReadOnlyList<string> NeededBy(string name) =>
        [.. _modules.Values.Where(module => module.Needs.Contains(name)).Select(module => module.Name).Order(StringComparer.Ordinal)];

    /// <summary>What has to be switched off before this one: the modules that need it and are on.</summary>
    internal IReadOnlyList<string> InTheWayOfOff(string name, IReadOnlySet<string> off) => [.. NeededBy(name).Where(other => !off.Contains(other))];

    /// <summary>What has to be switched on before this one: the modules that it needs and that are off.</summary>
    internal IReadOnlyList<string> InTheWayOfOn(string name, IReadOnlySet<string> off) =>
        [.. _modules[name].Needs.Where(off.Contains).Order(StringComparer.Ordinal)];

    internal bool Holds(IReadOnlySet<string> off) => _modules.Values.All(module => off.Contains(module.Name) || !module.Needs.Any(off.Contains));

    internal sealed record Node(string Name, bool CanBeOff, IReadOnlyList<string> Needs);
}

using System.Collections.Frozen;
using System.Reflection;
using Crm.Platform.Data;
using Crm.Platform.Security;

namespace Crm.Platform.Modules;

/// <summary>
/// Stops a module's own work for the tenants that have it switched off: its jobs, its reactions, its topics, what it does on a schedule. A part
/// belongs to the module whose assembly it is in, so nothing needs to say so.
/// </summary>
public sealed class ModuleGuard(ModelParts parts, IModuleSwitches switches)
{
    /// <summary>For a host, or a test, in which nothing can be off.</summary>
    public static readonly ModuleGuard Open = new(new ModelParts([]), new NothingOff());

    readonly FrozenDictionary<Assembly, string> _byAssembly =
        parts.Modules.GroupBy(module => module.GetType().Assembly).ToFrozenDictionary(group => group.Key, group => group.First().Name);

    /// <summary>The module that a reaction, a job kind, an import, a topic or scheduled work is of; null for what belongs to none.</summary>
    public string? ModuleOf(object part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part is IPartOf { Part: { } of } ? ModuleOf(of) : ModuleOf(part.GetType().Assembly);
    }

    public string? ModuleOf(Assembly assembly) => _byAssembly.GetValueOrDefault(assembly);

    /// <summary>The same for a caller, who knows it already.</summary>
    public bool IsOff(Caller caller, object part)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.ModulesOff.Count > 0 && ModuleOf(part) is { } module && caller.ModulesOff.Contains(module);
    }

    public async ValueTask<bool> IsOn(Guid tenantId, object part, CancellationToken ct) =>
        ModuleOf(part) is not { } module || !(await switches.Off(tenantId, ct)).Contains(module);

    /// <summary>Of the tenants those that have the part's module on: what scheduled work goes through.</summary>
    public async Task<IReadOnlyList<Guid>> Among(IReadOnlyList<Guid> tenants, object part, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        var on = new List<Guid>(tenants.Count);
        foreach (var tenant in tenants)
        {
            if (await IsOn(tenant, part, ct)) on.Add(tenant);
        }
        return on;
    }

    sealed class NothingOff : IModuleSwitches
    {
        public ValueTask<IReadOnlySet<string>> Off(Guid tenantId, CancellationToken ct) => new(FrozenSet<string>.Empty);
    }
}

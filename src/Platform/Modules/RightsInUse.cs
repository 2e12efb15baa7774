using System.Collections.Frozen;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Routing;

namespace Crm.Platform.Modules;

/// <summary>Which rights mean anything while some modules are off: those that an operation of another module asks for too, or that none asks for.</summary>
public sealed class RightsInUse(EndpointDataSource endpoints)
{
    readonly Lazy<FrozenDictionary<Permission, FrozenSet<string>>> _modules = new(() => Read(endpoints));

    public bool Has(Permission right, IReadOnlySet<string> off)
    {
        ArgumentNullException.ThrowIfNull(off);
        return off.Count == 0 || !_modules.Value.TryGetValue(right, out var modules) || modules.Any(module => !off.Contains(module));
    }

    static FrozenDictionary<Permission, FrozenSet<string>> Read(EndpointDataSource endpoints) => endpoints.Endpoints
        .Where(endpoint => endpoint.Metadata.GetMetadata<ModuleOf>() is not null)
        .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<RequiredPermission>().Select(needed => (needed.Permission, Module: endpoint.Metadata.GetMetadata<ModuleOf>()!.Name)))
        .GroupBy(use => use.Permission)
        .ToFrozenDictionary(group => group.Key, group => group.Select(use => use.Module).ToFrozenSet(StringComparer.Ordinal));
}

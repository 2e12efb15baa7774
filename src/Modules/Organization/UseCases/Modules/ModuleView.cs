using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Organization.UseCases.Roles;
using Crm.Platform.Data;
using Crm.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Modules;

/// <summary>A module as the tenant has it.</summary>
internal sealed record ModuleView
{
    /// <summary>Stable, e.g. opportunities.</summary>
    public required string Key { get; init; }

    public required ListPermissions.Words Names { get; init; }

    public required bool On { get; init; }

    /// <summary>false: the product does not work without it.</summary>
    public required bool CanBeOff { get; init; }

    /// <summary>Keys of the modules that have to be on for this one to be on.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Keys of the modules that have to be off for this one to be off.</summary>
    public required IReadOnlyList<string> NeededBy { get; init; }

    /// <summary>For If-Match; 0 when it was never switched.</summary>
    public required int Version { get; init; }

    /// <summary>When it was last switched.</summary>
    public DateTime? SwitchedAt { get; init; }

    public Guid? SwitchedBy { get; init; }

    internal static ModuleRules Rules(ModelParts parts) =>
        new(parts.Modules.Select(module => new ModuleRules.Node(module.Name, module.CanBeOff, module.Needs)));

    internal static ModuleView Of(IModule module, ModuleRules rules, ModuleSwitch? row) => new()
    {
        Key = module.Name,
        Names = new ListPermissions.Words(module.Title.En, module.Title.Zh),
        On = row is not { IsOff: true },
        CanBeOff = module.CanBeOff,
        Needs = module.Needs,
        NeededBy = rules.NeededBy(module.Name),
        Version = row?.Version ?? 0,
        SwitchedAt = row?.UpdatedAt,
        SwitchedBy = row?.UpdatedBy,
    };

    internal static async Task<Dictionary<string, ModuleSwitch>> Rows(CrmDb db, CancellationToken ct) =>
        await db.Set<ModuleSwitch>().ToDictionaryAsync(row => row.Module, StringComparer.Ordinal, ct);
}

namespace Crm.Platform.Modules;

/// <summary>Which modules a tenant has switched off. Organization implements it from what the node remembers of the tenant.</summary>
public interface IModuleSwitches
{
    /// <summary>The names of the modules that are off; at once on the node that switched, within a second on every other.</summary>
    ValueTask<IReadOnlySet<string>> Off(Guid tenantId, CancellationToken ct);
}

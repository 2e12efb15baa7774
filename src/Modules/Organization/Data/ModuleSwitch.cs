using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>That a tenant has a module off, or had it. A module without a row is on.</summary>
internal sealed class ModuleSwitch : Entity, IAudited
{
    public required string Module { get; set; }

    public bool IsOff { get; set; }
}

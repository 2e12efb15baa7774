using System.Collections.Concurrent;
using System.Collections.Frozen;
using Crm.Contracts.Organization;
using Crm.Organization.Domain;

namespace Crm.Organization.Access;

/// <summary>Everything that decides access in a tenant, as of one serial. Never changed: another serial is another object.</summary>
internal sealed class TenantAccess
{
    internal required TenantRef Tenant { get; init; }

    internal required long Serial { get; init; }

    internal required DepartmentTree Tree { get; init; }

    internal required FrozenDictionary<Guid, RoleAccess> Roles { get; init; }

    internal required RateTable Rates { get; init; }

    /// <summary>Names of the modules that are switched off.</summary>
    internal required FrozenSet<string> ModulesOff { get; init; }

    internal required FiscalCalendar Fiscal { get; init; }

    /// <summary>Read when first asked for: requests do not need it.</summary>
    internal WorkingDays? WorkingDays { get; set; }

    internal required SigningKeys Keys { get; init; }

    /// <summary>Filled as members are asked for. An id that the tenant does not have is not kept, so guesses take no room.</summary>
    internal ConcurrentDictionary<Guid, MemberAccess> Members { get; } = new();
}

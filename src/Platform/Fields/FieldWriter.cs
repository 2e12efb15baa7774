using Crm.Platform.Security;

namespace Crm.Platform.Fields;

/// <summary>On whose behalf custom values are written.</summary>
/// <param name="Roles">Keys of the roles; null for the system itself.</param>
/// <param name="SeesCustomer">Whether a customer of this owner and department may be named.</param>
public sealed record FieldWriter(IReadOnlyCollection<string>? Roles, Func<Guid, Guid, bool> SeesCustomer)
{
    /// <summary>What was checked before against the rights of whoever asked.</summary>
    public static readonly FieldWriter System = new(null, (_, _) => true);

    public static FieldWriter Of(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var scope = caller.ScopeOf(Resource.Customers);
        return new FieldWriter(caller.Roles, (owner, department) => scope.Sees(owner, department));
    }
}

namespace Crm.Contracts;

/// <summary>
/// The transaction that a call from one module into another joins. The platform's context is the only implementation:
/// it stands here so that a facade can say "inside your transaction" without naming a database.
/// </summary>
public interface IUnitOfWork
{
    /// <summary>The tenant whose rows are read and written.</summary>
    Guid TenantId { get; }

    /// <summary>The member who acts, or null when the system does.</summary>
    Guid? ActorId { get; }
}

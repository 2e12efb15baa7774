namespace Crm.Contracts.Customers;

/// <summary>Customers and contacts as other modules read them. It does not apply data scope: the reader does, with the owner and department of the answer.</summary>
public interface ICustomerDirectory
{
    /// <summary>The customer, archived or not, or null when the tenant has none of that id.</summary>
    Task<CustomerRef?> Find(IUnitOfWork unit, Guid customerId, CancellationToken ct);

    /// <summary>The customers of those ids that exist.</summary>
    Task<IReadOnlyDictionary<Guid, CustomerRef>> FindMany(IUnitOfWork unit, IReadOnlyCollection<Guid> customerIds, CancellationToken ct);

    /// <summary>Customers by their exact name without case and outer blanks, archived ones left out. The answer is keyed by the names as asked; the oldest wins when several share one.</summary>
    Task<IReadOnlyDictionary<string, CustomerRef>> FindByName(IUnitOfWork unit, IReadOnlyCollection<string> names, CancellationToken ct);

    /// <summary>Customers by the key of an outside system.</summary>
    Task<IReadOnlyDictionary<string, CustomerRef>> FindByExternal(IUnitOfWork unit, string source, IReadOnlyCollection<string> externalIds, CancellationToken ct);

    /// <summary>The contact, archived or not, or null when the tenant has none of that id.</summary>
    Task<ContactRef?> FindContact(IUnitOfWork unit, Guid contactId, CancellationToken ct);

    /// <summary>The contacts of those ids that exist.</summary>
    Task<IReadOnlyDictionary<Guid, ContactRef>> FindContacts(IUnitOfWork unit, IReadOnlyCollection<Guid> contactIds, CancellationToken ct);
}

namespace Crm.Contracts.Customers;

/// <summary>Finds customers by what a file calls them.</summary>
public interface ICustomerNames
{
    /// <summary>
    /// Every customer of the tenant whose name, short name or external id has the same letters and digits as one of
    /// <paramref name="names"/>, ignoring case, blanks and punctuation, whoever may see it. The caller decides which of them it takes.
    /// </summary>
    Task<IReadOnlyList<CustomerName>> Find(IUnitOfWork unit, IReadOnlyCollection<string> names, CancellationToken ct);
}

/// <summary>A customer, what it is called, and whose it is.</summary>
public sealed record CustomerName(Guid Id, string Name, string? ShortName, ExternalKey? Key, Guid OwnerId, Guid DepartmentId);

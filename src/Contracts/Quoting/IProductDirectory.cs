namespace Crm.Contracts.Quoting;

/// <summary>The product list as other modules read it. Every member of a tenant may see every product.</summary>
public interface IProductDirectory
{
    /// <summary>The product, active or not, or null when the tenant has none of that id.</summary>
    Task<ProductRef?> Find(IUnitOfWork unit, Guid productId, CancellationToken ct);

    /// <summary>The products of those ids that exist.</summary>
    Task<IReadOnlyDictionary<Guid, ProductRef>> FindMany(IUnitOfWork unit, IReadOnlyCollection<Guid> productIds, CancellationToken ct);

    /// <summary>Products by code, or else by name, both without case and outer blanks. The answer is keyed by the values as asked.</summary>
    Task<IReadOnlyDictionary<string, ProductRef>> FindByCodeOrName(IUnitOfWork unit, IReadOnlyCollection<string> codesOrNames, CancellationToken ct);

    /// <summary>Every product that is not archived, for matching during an import. At most 10,000, by code.</summary>
    Task<IReadOnlyList<ProductRef>> All(IUnitOfWork unit, CancellationToken ct);
}

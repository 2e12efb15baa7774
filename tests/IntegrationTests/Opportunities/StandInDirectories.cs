using Crm.Contracts;
using Crm.Contracts.Customers;
using Crm.Contracts.Quoting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crm.IntegrationTests.Opportunities;

/// <summary>Customers and products of any id; a customer belongs to the member who has its id: opportunities are the subject here, not what they refer to.</summary>
sealed class StandInDirectories : ICustomerDirectory, IProductDirectory
{
    public static void AddTo(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<ICustomerDirectory, StandInDirectories>());
        services.Replace(ServiceDescriptor.Singleton<IProductDirectory, StandInDirectories>());
    }

    Task<CustomerRef?> ICustomerDirectory.Find(IUnitOfWork unit, Guid customerId, CancellationToken ct) =>
        Task.FromResult<CustomerRef?>(new CustomerRef(customerId, "Customer", customerId, Guid.Empty, false));

    Task<IReadOnlyDictionary<Guid, CustomerRef>> ICustomerDirectory.FindMany(IUnitOfWork unit, IReadOnlyCollection<Guid> customerIds, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<Guid, CustomerRef>>(new Dictionary<Guid, CustomerRef>());

    Task<IReadOnlyDictionary<string, CustomerRef>> ICustomerDirectory.FindByName(IUnitOfWork unit, IReadOnlyCollection<string> names, CancellationToken ct) =>
        throw new NotSupportedException();

    Task<IReadOnlyDictionary<string, CustomerRef>> ICustomerDirectory.FindByExternal(IUnitOfWork unit, string source, IReadOnlyCollection<string> externalIds, CancellationToken ct) =>
        throw new NotSupportedException();

    Task<ContactRef?> ICustomerDirectory.FindContact(IUnitOfWork unit, Guid contactId, CancellationToken ct) => Task.FromResult<ContactRef?>(null);

    Task<IReadOnlyDictionary<Guid, ContactRef>> ICustomerDirectory.FindContacts(IUnitOfWork unit, IReadOnlyCollection<Guid> contactIds, CancellationToken ct) =>
        throw new NotSupportedException();

    Task<ProductRef?> IProductDirectory.Find(IUnitOfWork unit, Guid productId, CancellationToken ct) => Task.FromResult<ProductRef?>(Product(productId));

    Task<IReadOnlyDictionary<Guid, ProductRef>> IProductDirectory.FindMany(IUnitOfWork unit, IReadOnlyCollection<Guid> productIds, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<Guid, ProductRef>>(productIds.ToDictionary(id => id, Product));

    Task<IReadOnlyDictionary<string, ProductRef>> IProductDirectory.FindByCodeOrName(IUnitOfWork unit, IReadOnlyCollection<string> codesOrNames, CancellationToken ct) =>
        throw new NotSupportedException();

    Task<IReadOnlyList<ProductRef>> IProductDirectory.All(IUnitOfWork unit, CancellationToken ct) => throw new NotSupportedException();

    static ProductRef Product(Guid id) => new(id, "P", "Product", "", "pc", 10m, "CNY", true);
}

using Crm.Contracts.Customers;
using Crm.Customers.Data;
using Crm.Customers.Directory;
using Crm.Customers.Domain;
using Crm.Customers.Handover;
using Crm.Customers.UseCases.Contacts;
using Crm.Customers.UseCases;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Handover;
using Crm.Platform.Importing;
using Crm.Platform.Modules;
using Crm.Platform.Records;
using Crm.Platform.Search;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers;

/// <summary>Customers and contacts.</summary>
public sealed class CustomersModule : IModule
{
    public string Name => "customers";

    public ModuleTitle Title => new("Customers and contacts", "客户和联系人");

    public void ConfigureModel(ModelBuilder model, Engine engine) => CustomersModel.Configure(model);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CustomerDirectory>();
        services.AddSingleton<CustomerWrites>();
        services.AddFieldsOf<Customer>("customers", "Customer", Permission.ReadCustomers, ("industry", Industries.List));
        services.AddFieldsOf<Contact>("contacts", "Contact", Permission.ReadCustomers);
        services.AddPickList(Industries.BuiltIn);
        services.AddSingleton<ICustomerDirectory>(provider => provider.GetRequiredService<CustomerDirectory>());
        services.AddSingleton<ICustomerNames>(provider => provider.GetRequiredService<CustomerDirectory>());
        services.AddSingleton<ICustomerIntake, CustomerIntakes>();
        services.AddImport<ImportCustomers>();
        services.AddSingleton<IRecordKind, CustomerRecords>();
        services.AddSingleton<IRecordKind, ContactRecords>();
        services.AddSingleton<IHandoverPart, CustomersHandover>();
        services.AddSearch<CustomerSearch>();
        services.AddSearch<ContactSearch>();
    }

    public void MapEndpoints(RouteGroupBuilder api)
    {
        ListCustomers.Map(api);
        WriteCustomers.Map(api);
        ServeContacts.Map(api);
    }
}

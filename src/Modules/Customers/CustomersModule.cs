using Crm.Platform.Data;
using Crm.Platform.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers;

/// <summary>Customers and contacts.</summary>
public sealed class CustomersModule : IModule
{
    public string Name => "customers";

    public void ConfigureModel(ModelBuilder model, Engine engine)
    {
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapEndpoints(RouteGroupBuilder api)
    {
    }
}

using Crm.Platform.Data;
using Crm.Platform.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Quoting;

/// <summary>Products; later price and discount policies, quotes, contracts, orders, fulfilment.</summary>
public sealed class QuotingModule : IModule
{
    public string Name => "quoting";

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

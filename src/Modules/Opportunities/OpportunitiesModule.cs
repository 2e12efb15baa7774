using Crm.Opportunities.Methodologies;
using Crm.Platform.Data;
using Crm.Platform.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Opportunities;

/// <summary>Opportunities driven by sales methods; their live state, history and funnel.</summary>
public sealed class OpportunitiesModule : IModule
{
    public string Name => "opportunities";

    public void ConfigureModel(ModelBuilder model, Engine engine)
    {
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddMethodologies(configuration);
    }

    public void MapEndpoints(RouteGroupBuilder api)
    {
    }
}

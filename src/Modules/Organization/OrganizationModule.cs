using Crm.Platform.Data;
using Crm.Platform.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Organization;

/// <summary>Tenants, departments, members, roles, data scope, sign-in, API keys, audit.</summary>
public sealed class OrganizationModule : IModule
{
    public string Name => "organization";

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

using Crm.Platform.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Platform.Modules;

/// <summary>A module's whole surface: its tables, its services, its endpoints. The only public type of its assembly.</summary>
public interface IModule
{
    /// <summary>Lower case, stable, e.g. <c>opportunities</c>.</summary>
    string Name { get; }

    /// <summary>What people call it.</summary>
    ModuleTitle Title => new(Name, Name);

    /// <summary>Whether a tenant can do without it, see <see cref="ModuleGuard"/>.</summary>
    bool CanBeOff => true;

    /// <summary>Names of the modules that it cannot work without: it is not on while one of them is off.</summary>
    IReadOnlyList<string> Needs => [];

    void ConfigureModel(ModelBuilder model, Engine engine);

    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <param name="api">The group <c>/api/v1</c>: authenticated, rate-limited, unknown parameters refused.</param>
    void MapEndpoints(RouteGroupBuilder api);
}

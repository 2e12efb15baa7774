using Crm.Contracts.Quoting;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Importing;
using Crm.Platform.Modules;
using Crm.Platform.Search;
using Crm.Platform.Security;
using Crm.Quoting.Data;
using Crm.Quoting.Directory;
using Crm.Quoting.UseCases;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Quoting;

/// <summary>Products.</summary>
public sealed class QuotingModule : IModule
{
    public string Name => "quoting";

    public ModuleTitle Title => new("Products and prices", "产品和价格");

    public void ConfigureModel(ModelBuilder model, Engine engine) => QuotingModel.Configure(model);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ProductDirectory>();
        services.AddSingleton<IProductDirectory>(provider => provider.GetRequiredService<ProductDirectory>());
        services.AddSingleton<IProductIntake>(provider => provider.GetRequiredService<ProductDirectory>());
        services.AddImport<ImportProducts>();
        services.AddFieldsOf<Product>("products", "Product", Permission.ReadProducts);
        services.AddSearch<ProductSearch>();
    }

    public void MapEndpoints(RouteGroupBuilder api) => ServeProducts.Map(api);
}

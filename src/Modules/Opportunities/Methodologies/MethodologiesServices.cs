using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Opportunities.Methodologies;

internal static class MethodologiesServices
{
    public static IServiceCollection AddMethodologies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MethodOptions>().Bind(configuration.GetSection("Methods"))
            .Validate(options => options is { AssessTimeoutMs: > 0, LoadTimeoutMs: > 0, FaultLimit: > 0, MaxVersions: > 0 } && options.Folder.Length > 0, "Methods: limits are above zero and the folder is named.");
        return services.AddSingleton<MethodCatalog>();
    }
}

using Crm.Platform.Fields;
using Crm.Platform.Files;
using Crm.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Platform.Importing;

/// <summary>How a module offers an import: one line in its AddServices; the endpoints and the job come with it.</summary>
public static class ImportServices
{
    public static IServiceCollection AddImport<TImport>(this IServiceCollection services)
        where TImport : class, IImport
    {
        services.AddSingleton<TImport>();
        services.AddSingleton<IImport>(provider => provider.GetRequiredService<TImport>());
        services.AddSingleton<IJobKind>(provider => new ImportJob(
            provider.GetRequiredService<TImport>(), provider.GetRequiredService<IFileStore>(), provider.GetRequiredService<ImportedFields>(), provider.GetRequiredService<ILogger<ImportJob>>()));
        return services;
    }
}

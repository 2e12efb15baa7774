using Crm.Platform.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Platform.Files;

static class FileServices
{
    /// <summary>The store that the configuration names for new files; both places are there, so that a change of it leaves every old file readable.</summary>
    public static void AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Files").Get<FileSettings>() ?? new FileSettings());
        services.AddSingleton<IFileBytes, DatabaseBytes>();
        services.AddSingleton<IFileBytes, FolderBytes>();
        services.AddSingleton<IFileStore, FileStore>();
        services.AddSingleton<PreviewMaker>();
        services.AddSchedule<SweepFiles>();
    }
}

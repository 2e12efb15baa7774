using System.Reflection;
using Crm.Platform.Data;
using Crm.Platform.Events;
using Crm.Platform.Fields;
using Crm.Platform.Files;
using Crm.Platform.Importing;
using Crm.Platform.Modules;
using Crm.Platform.RecordFiles;
using Crm.Platform.Search;
using Crm.Platform.Streaming;
using Crm.Platform.Scheduling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Platform.Jobs;

/// <summary>What the platform itself serves: files, jobs, imports, search, and the relay of events. Stands in the host's list beside the business modules.</summary>
public sealed class BackgroundModule : IModule
{
    public string Name => "platform";

    public ModuleTitle Title => new("Files, jobs and events", "文件、任务和事件");

    public bool CanBeOff => false;

    public void ConfigureModel(ModelBuilder model, Engine engine)
    {
        // The platform's tables are in the model whether or not this module serves.
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Jobs").Get<JobOptions>() ?? new JobOptions());
        services.AddSingleton(configuration.GetSection("Events").Get<RelayOptions>() ?? new RelayOptions());
        services.AddFiles(configuration);
        services.AddFields();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<IStreamTopic, FollowJobs>();
        services.AddSingleton<ModuleGuard>();
        services.AddSingleton<RightsInUse>();
        services.AddSingleton<HeldWork>();
        services.AddSingleton<RelayLease>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<Retention>();
        services.AddSchedule<PurgeWhatHasServed>();
        services.AddSingleton<SearchFeed>();
        services.AddSingleton<Searcher>();
        services.AddSingleton<IJobKind, BuildSearch>();
        services.AddHealthChecks().AddCheck<ParkedEventsCheck>("events", tags: ["ready"]);
        // The build starts the host once to read its API document: no work may begin then.
        if (Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider") return;
        services.AddHostedService<JobRunner>();
        services.AddHostedService<OutboxRelay>();
        services.AddHostedService<KeepSearchWhole>();
    }

    public void MapEndpoints(RouteGroupBuilder api)
    {
        ImportFiles.Map(api);
        FileRoutes.Map(api);
        api.MapFields();
        JobEndpoints.Map(api);
        EventEndpoints.Map(api);
        OperationsEndpoint.Map(api);
        StreamEndpoint.Map(api);
        SearchEndpoint.Map(api);
        var guard = ((IEndpointRouteBuilder)api).ServiceProvider.GetRequiredService<ModuleGuard>();
        foreach (var import in ((IEndpointRouteBuilder)api).ServiceProvider.GetServices<IImport>())
            ImportEndpoints.Map(guard.ModuleOf(import) is { } module ? api.MapGroup("").WithMetadata(new ModuleOf(module)) : api, import);
    }
}

using Crm.Activities.Data;
using Crm.Activities.Intake;
using Crm.Activities.Notifying;
using Crm.Activities.Reactions;
using Crm.Activities.UseCases.Activities;
using Crm.Activities.UseCases.Notifications;
using Crm.Activities.UseCases.Tasks;
using Crm.Activities.UseCases.Timelines;
using Crm.Contracts.Activities;
using Crm.Platform.Data;
using Crm.Platform.Events;
using Crm.Platform.Jobs;
using Crm.Platform.Modules;
using Crm.Platform.Records;
using Crm.Platform.Streaming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Activities;

/// <summary>Activities, tasks, timelines and notifications on any record.</summary>
public sealed class ActivitiesModule : IModule
{
    public string Name => "activities";

    public void ConfigureModel(ModelBuilder model, Engine engine) => ActivitiesModel.Configure(model);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RecordKinds>();
        services.AddSingleton<IRecordKind, TaskRecords>();
        services.AddSingleton<InboxSignal>();
        services.AddSingleton<INotifications, NotificationWriter>();
        services.AddSingleton<IWorkIntake, WorkIntakes>();
        services.AddSingleton<IStreamTopic, FollowInbox>();
        services.AddSingleton<IReaction, FollowCustomer>();
        services.AddSingleton<BulkTasks.Asking>();
        services.AddSingleton<IJobKind, TaskBulkJob>();
    }

    public void MapEndpoints(RouteGroupBuilder api)
    {
        var activities = api.MapGroup("").WithTags("Activities");
        ListActivities.Map(activities);
        WriteActivities.Map(activities);
        GetTimeline.Map(activities);

        var tasks = api.MapGroup("").WithTags("Tasks");
        ListTasks.Map(tasks);
        WriteTasks.Map(tasks);
        EndTasks.Map(tasks);
        BulkTasks.Map(tasks);

        ServeInbox.Map(api.MapGroup("").WithTags("Notifications"));
    }
}

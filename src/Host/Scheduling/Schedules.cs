using Crm.Platform.Data;
using Crm.Platform.Scheduling;
using Quartz;

namespace Crm.Host.Scheduling;

/// <summary>
/// Quartz with a persistent store. On a server engine it lies in the same database and every node takes part; on SQLite in a file of its
/// own beside the database, so that the scheduler's locks and the writer's queue never meet.
/// </summary>
static class Schedules
{
    public const string SqliteFile = "schedules.db";

    public static void AddSchedules(this WebApplicationBuilder builder, HostSettings settings)
    {
        builder.Services.AddSingleton<ScheduleRuns>();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "crm";
                scheduler.GenerateInstanceId = settings.Database.Engine != Engine.Sqlite;
            });
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                store.UseSystemTextJsonSerializer();
                switch (settings.Database.Engine)
                {
                    case Engine.Sqlite:
                        store.UseSqlite(Microsoft.Data.Sqlite.SqliteFactory.Instance, $"Data Source={Path.Combine(settings.Database.DataFolder, SqliteFile)}");
                        store.ProvisionSchema();
                        break;
                    case Engine.PostgreSql:
                        store.UsePostgres(Npgsql.NpgsqlFactory.Instance, settings.Database.ConnectionString);
                        store.UseClustering(Clustered);
                        break;
                    default:
                        store.UseSqlServer(Microsoft.Data.SqlClient.SqlClientFactory.Instance, settings.Database.ConnectionString);
                        store.UseClustering(Clustered);
                        break;
                }
            });
        });
        builder.Services.AddSingleton<ScheduleStart>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ScheduleStart>());
    }

    // Quartz's own start would overwrite what another node stored and fire it twice: declared work is stored by ScheduleStart alone.
    static void Clustered(ClusteringOptions cluster)
    {
        cluster.CheckinInterval = TimeSpan.FromSeconds(5);
        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
    }
}

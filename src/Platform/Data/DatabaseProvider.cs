using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Crm.Platform.Data;

/// <summary>The provider switch: one model, three engines, a migrations assembly for each.</summary>
public static class DatabaseProvider
{
    public static DbContextOptions<CrmDb> Configure(DatabaseOptions options, IServiceProvider services, bool writer = false) =>
        Configure(options.Engine, options.ConnectionString, services)
            .UseQueryTrackingBehavior(writer ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking)
            .AddInterceptors(options.Engine == Engine.Sqlite ? new SqliteConnectionSetup() : new TenantConnectionSetup(options))
            .Options;

    /// <summary>Without the tenant's interceptors: for migrations and design time.</summary>
    public static DbContextOptionsBuilder<CrmDb> Configure(Engine engine, string connectionString, IServiceProvider services)
    {
        var builder = new DbContextOptionsBuilder<CrmDb>()
            .UseApplicationServiceProvider(services)
            .EnableThreadSafetyChecks(false)
            .ConfigureWarnings(warnings => warnings.Ignore(
                RelationalEventId.MultipleCollectionIncludeWarning, CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        return engine switch
        {
            Engine.Sqlite => builder.UseSqlite(connectionString, o => o.MigrationsAssembly("Crm.Migrations.Sqlite")).ReplaceService<IMigrationsSqlGenerator, SqliteTables>(),
            Engine.SqlServer => builder.UseSqlServer(connectionString, o => o.MigrationsAssembly("Crm.Migrations.SqlServer")),
            _ => builder.UseNpgsql(connectionString, o => o.MigrationsAssembly("Crm.Migrations.PostgreSql")),
        };
    }
}

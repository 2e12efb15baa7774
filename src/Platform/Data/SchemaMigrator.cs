using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Platform.Data;

/// <summary>Brings the schema up to date at start, as the migrator role, and only when something is pending.</summary>
public static class SchemaMigrator
{
    internal const string SqlServerPolicies = "select count(*) as [Value] from sys.security_policies where name like 'tenant[_]%'";

    /// <param name="options">The migrator connection is used when there is one.</param>
    /// <param name="services">The host's services.</param>
    /// <param name="cancellation">Stops between statements.</param>
    public static async Task Migrate(DatabaseOptions options, IServiceProvider services, CancellationToken cancellation)
    {
        var connection = options.MigratorConnectionString ?? options.ConnectionString;
        await using var db = new CrmDb(DatabaseProvider.Configure(options.Engine, connection, services).Options);
        if (options.Engine == Engine.Sqlite) await ClearLeftLock(db, cancellation);
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any()) await db.Database.MigrateAsync(cancellation);
        if (options.Engine == Engine.Sqlite || await IsSecured(db, cancellation)) return;
        foreach (var statement in SecurityScript(db, options))
        {
            await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), cancellation);
        }
    }

    /// <summary>What <see cref="Migrate"/> runs after the migrations on a server engine.</summary>
    public static IReadOnlyList<string> SecurityScript(CrmDb db, DatabaseOptions options)
    {
        var model = db.GetService<IDesignTimeModel>().Model;
        var script = RowLevelSecurity.Script(model, options.Engine, RuntimeRole(options), options.AcrossTenantsRole);
        return options.Engine == Engine.PostgreSql
            ? [.. script, .. RowLevelSecurity.PostgreSqlAcross(model, options.AcrossTenantsRole)]
            : script;
    }

    // Asked of the database and not inferred from what was pending: a start killed between the two steps must not leave tables open.
    static async Task<bool> IsSecured(CrmDb db, CancellationToken cancellation)
    {
        var policies = await db.Database.SqlQueryRaw<int>(db.Engine == Engine.PostgreSql
            ? "select count(*)::int as \"Value\" from pg_policies where policyname = 'across_tenants'"
            : SqlServerPolicies).ToListAsync(cancellation);
        return policies[0] == RowLevelSecurity.TableCount(db.GetService<IDesignTimeModel>().Model);
    }

    // The data folder's lock is ours by now, so a migration lock in the file was left by a killed start; EF would wait for it for ever.
    static async Task ClearLeftLock(CrmDb db, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync("pragma journal_mode=wal", cancellation);
        var locks = await db.Database
            .SqlQueryRaw<long>("select count(*) as \"Value\" from sqlite_master where name = '__EFMigrationsLock'").ToListAsync(cancellation);
        if (locks[0] > 0) await db.Database.ExecuteSqlRawAsync("delete from \"__EFMigrationsLock\"", cancellation);
    }

    static string RuntimeRole(DatabaseOptions options) =>
        options.Engine == Engine.PostgreSql ? new Npgsql.NpgsqlConnectionStringBuilder(options.ConnectionString).Username ?? "crm_runtime" : "crm_runtime";
}

using System.Data.Common;
using Crm.Platform.Data;

namespace Crm.Host.Scheduling;

/// <summary>
/// The scheduler's tables on a server engine, by the script that Quartz carries. Made by the migrator role, since the runtime role owns
/// nothing; it creates what is missing and drops nothing, so it is safe to run again and by two nodes at once.
/// </summary>
static class QuartzSchema
{
    const string Prefix = "QRTZ_";

    public static IReadOnlyList<string> Script(Engine engine, string runtimeRole)
    {
        var name = $"Quartz.Impl.AdoJobStore.Schema.create_{(engine == Engine.PostgreSql ? "postgres" : "sqlServer")}.sql";
        using var stream = typeof(Quartz.IScheduler).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Quartz has no {name}.");
        using var reader = new StreamReader(stream);
        var statements = reader.ReadToEnd().Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal)
            .ReplaceLineEndings("\n").Split("\n--;;\n").Where(IsStatement);
        return engine == Engine.PostgreSql
            ? ["select pg_advisory_xact_lock(7236502)", .. statements, Grant(runtimeRole)]
            : ["exec sp_getapplock @Resource = N'crm.schedules', @LockMode = N'Exclusive', @LockOwner = N'Transaction'", .. statements];
    }

    public static async Task Make(DatabaseOptions options, CancellationToken ct)
    {
        DbProviderFactory factory = options.Engine == Engine.PostgreSql ? Npgsql.NpgsqlFactory.Instance : Microsoft.Data.SqlClient.SqlClientFactory.Instance;
        await using var connection = factory.CreateConnection()!;
        connection.ConnectionString = options.MigratorConnectionString ?? options.ConnectionString;
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var runtime = options.Engine == Engine.PostgreSql ? new Npgsql.NpgsqlConnectionStringBuilder(options.ConnectionString).Username ?? "crm_runtime" : "crm_runtime";
        foreach (var statement in Script(options.Engine, runtime))
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
    }

    static bool IsStatement(string text) => text.Split('\n').Any(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal));

    static string Grant(string role) => $"""
        do $$
        declare name text;
        begin
            for name in select tablename from pg_tables where schemaname = current_schema() and tablename like 'qrtz\_%' loop
                execute format('grant select, insert, update, delete on %I to %I', name, '{role.Replace("'", "''", StringComparison.Ordinal)}');
            end loop;
        end $$
        """;
}

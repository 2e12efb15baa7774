using Crm.Platform.Data;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>A database of its own for one host: a folder on SQLite, a database with its roles on a server engine. Gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    readonly Func<Task> _drop;

    TestDatabase(Engine engine, DirectoryInfo folder, string? runtime, string? migrator, Func<Task> drop)
    {
        Engine = engine;
        Folder = folder.FullName;
        Runtime = runtime ?? $"Data Source={Path.Combine(Folder, "crm.db")}";
        Migrator = migrator;
        _drop = drop;
    }

    public Engine Engine { get; }

    /// <summary>The host's data folder.</summary>
    public string Folder { get; }

    /// <summary>Connection string of the role the product works as; row-level security holds for it.</summary>
    public string Runtime { get; }

    /// <summary>Connection string of the role that owns the schema; null on SQLite.</summary>
    public string? Migrator { get; }

    /// <summary>What the host is told about it.</summary>
    public Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string> { ["data"] = Folder, ["Database:Engine"] = Engine.ToString() };
        if (Engine == Engine.Sqlite)
            return settings;
        settings["Database:ConnectionString"] = Runtime;
        settings["Database:MigratorConnectionString"] = Migrator!;
        return settings;
    }

    public static async Task<TestDatabase> Create(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("crm-test-");
        return engine switch
        {
            Engine.PostgreSql => await OnPostgreSql(folder),
            Engine.SqlServer => await OnSqlServer(folder),
            _ => new TestDatabase(Engine.Sqlite, folder, null, null, () => Task.CompletedTask),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _drop();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A host that was killed a moment ago may still hold a file; the system clears its temporary folder.
        }
    }

    static async Task<TestDatabase> OnPostgreSql(DirectoryInfo folder)
    {
        var admin = await PostgresServer.Admin();
        var name = $"crm_{Guid.CreateVersion7():n}";
        await Execute(admin, $"create database {name} owner {PostgresServer.Migrator}");
        return new(Engine.PostgreSql, folder, As(PostgresServer.Runtime), As(PostgresServer.Migrator), async () =>
        {
            await using (var pool = new NpgsqlConnection(As(PostgresServer.Runtime)))
                NpgsqlConnection.ClearPool(pool);
            await Execute(admin, $"drop database if exists {name} with (force)");
        });

        string As(string role) =>
            new NpgsqlConnectionStringBuilder(admin) { Username = role, Password = role, Database = name, MaxPoolSize = 60 }.ConnectionString;
    }

    static async Task Execute(string admin, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(admin) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<TestDatabase> OnSqlServer(DirectoryInfo folder)
    {
        var admin = Engines.SqlServer ?? Need.Missing("CRM_TEST_SQLSERVER is not set.");
        var name = $"crm_{Guid.CreateVersion7():n}";
        await ExecuteOnSqlServer(admin, $"create database [{name}]");
        var connection = new SqlConnectionStringBuilder(admin) { InitialCatalog = name }.ConnectionString;
        return new(Engine.SqlServer, folder, connection, connection, async () =>
        {
            SqlConnection.ClearAllPools();
            await ExecuteOnSqlServer(admin, $"alter database [{name}] set single_user with rollback immediate; drop database [{name}]");
        });
    }

    static async Task ExecuteOnSqlServer(string admin, string sql)
    {
        await using var connection = new SqlConnection(admin);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

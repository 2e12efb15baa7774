using System.Diagnostics;
using Crm.Bench.Hosts;
using Npgsql;

namespace Crm.Bench.Data;

/// <summary>A PostgreSQL with durability on: the one that was named, else a private one that lives as long as the measure.</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    const string Migrator = "crm_migrator";
    const string Runtime = "crm_runtime";

    readonly string _admin;
    readonly string? _folder;
    readonly List<string> _databases = [];

    PrivatePostgres(string admin, string? folder) => (_admin, _folder) = (admin, folder);

    public static async Task<PrivatePostgres> Start(BenchOptions options, CancellationToken ct)
    {
        if (options.PostgreSql is { } named)
            return new(named, null);
        var folder = Path.Combine(options.Data, $"postgres-{Environment.ProcessId}");
        return new((await Script("start", folder, ct)).Trim(), folder);
    }

    /// <summary>A database for the host: empty, owned by the migrator.</summary>
    public async Task<string> Create(string name, CancellationToken ct, string? template = null)
    {
        var database = $"crm_bench_{name}_{Environment.ProcessId}";
        await Execute(_admin, $"create database {database} owner {Migrator}{(template is null ? "" : $" template {template}")}", ct);
        _databases.Add(database);
        return database;
    }

    public Dictionary<string, string> HostSettings(string database) => new()
    {
        ["Database:Engine"] = "PostgreSql",
        ["Database:ConnectionString"] = As(Runtime, database),
        ["Database:MigratorConnectionString"] = As(Migrator, database),
    };

    /// <summary>As the role that the product works as, with row-level security on the tenant.</summary>
    public NpgsqlConnection OpenAsRuntime(string database, Guid tenantId)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(As(Runtime, database)) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand($"select set_config('crm.tenant', '{tenantId:D}', false)", connection);
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>As the administrator, whom row-level security does not hold.</summary>
    public Task ExecuteIn(string database, string sql, CancellationToken ct) =>
        Execute(new NpgsqlConnectionStringBuilder(_admin) { Database = database }.ConnectionString, sql, ct);

    public NpgsqlConnection OpenAsAdministrator(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_admin) { Database = database, Pooling = false, CommandTimeout = 600 }.ConnectionString);
        connection.Open();
        return connection;
    }

    public async Task<double> Number(string database, string sql, CancellationToken ct)
    {
        await using var connection = OpenAsAdministrator(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToDouble(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<string> SyncMode(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(_admin);
        var said = new List<string>();
        foreach (var setting in new[] { "server_version", "fsync", "synchronous_commit", "wal_sync_method" })
        {
            await using var command = source.CreateCommand($"show {setting}");
            said.Add($"{setting}={await command.ExecuteScalarAsync(ct)}");
        }

        return string.Join(", ", said);
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            await Script("stop", _folder, CancellationToken.None);
            return;
        }

        foreach (var database in _databases)
            await Execute(_admin, $"drop database if exists {database} with (force)", CancellationToken.None);
    }

    string As(string role, string database) => new NpgsqlConnectionStringBuilder(_admin)
    {
        Username = role,
        Password = role,
        Database = database,
        MaxPoolSize = 100,
    }.ConnectionString;

    static async Task Execute(string connectionString, string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 600 }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    static async Task<string> Script(string verb, string folder, CancellationToken ct)
    {
        var script = Path.Combine(BenchHost.Checkout, "tools", "private-postgres.sh");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, verb, folder]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"tools/private-postgres.sh {verb} ended with {process.ExitCode}.");
    }
}

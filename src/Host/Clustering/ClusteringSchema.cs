using System.Data.Common;
using Crm.Platform.Data;

namespace Crm.Host.Clustering;

/// <summary>Makes the tables by which nodes find each other, before the silo starts. Made by the migrator role; safe to run again and by two nodes at once.</summary>
sealed class ClusteringSchema(DatabaseOptions options) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        DbProviderFactory factory = options.Engine == Engine.PostgreSql ? Npgsql.NpgsqlFactory.Instance : Microsoft.Data.SqlClient.SqlClientFactory.Instance;
        await using var connection = factory.CreateConnection()!;
        connection.ConnectionString = options.MigratorConnectionString ?? options.ConnectionString;
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var statement in ClusteringScript.For(options.Engine, RuntimeRole()))
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    string RuntimeRole() => options.Engine == Engine.PostgreSql
        ? new Npgsql.NpgsqlConnectionStringBuilder(options.ConnectionString).Username ?? "crm_runtime"
        : "crm_runtime";
}

using Crm.Platform.Data;

namespace Crm.Host;

/// <summary>Before anything else starts: the data folder is ours and the schema is up to date.</summary>
sealed class SchemaStart(HostSettings options, IServiceProvider services) : IHostedLifecycleService, IDisposable
{
    DataFolderLock? _lock;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Database.Engine == Engine.Sqlite) _lock = DataFolderLock.Take(options.Database.DataFolder);
        await SchemaMigrator.Migrate(options.Database, services, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _lock?.Dispose();
}

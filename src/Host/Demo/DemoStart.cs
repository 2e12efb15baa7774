namespace Crm.Host.Demo;

/// <summary>With <c>--demo</c>: the demo tenant is there before the host answers. The server is the last hosted service to start, this one stands before it.</summary>
sealed class DemoStart(HostSettings settings, IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Demo) return;
        await using var scope = services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DemoLoader>(scope.ServiceProvider).Load(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

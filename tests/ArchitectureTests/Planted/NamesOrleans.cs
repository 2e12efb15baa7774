namespace Crm.ArchitectureTests.Planted;

internal sealed class NamesOrleans
{
    public static async Task<bool> Hidden(IServiceProvider services)
    {
        await Task.Yield();
        return services.GetService(typeof(Orleans.IGrainFactory)) is not null;
    }
}

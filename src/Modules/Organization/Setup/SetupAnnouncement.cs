using System.Reflection;
using Crm.Organization.Intake;
using Crm.Platform.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Crm.Organization.Setup;

/// <summary>Tells the operator of an empty installation how to make its first administrator.</summary>
internal sealed class SetupAnnouncement(Database database, SetupCode code, IConfiguration configuration) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // The tool that writes the API document starts the host without a database.
        if (Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider") return;
        if (bool.TryParse(configuration["demo"], out var demo) && demo) return;
        if (await TenantIntakes.IsInstalled(database, cancellationToken)) return;
        Console.WriteLine($"This installation has no administrator yet. Set-up code: {code.Value}");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

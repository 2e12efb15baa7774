using Crm.DemoData;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Crm.Host;

/// <summary>Once the host answers, says on the console where to look, and with <c>--demo</c> how to sign in.</summary>
static class StartAnnouncement
{
    public static void AnnounceStart(this WebApplication app, HostSettings settings) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"""

              The CRM answers at {string.Join(" and ", addresses)}    (API document: /openapi/v1.json)
            """);
        if (settings.Demo)
        {
            Console.WriteLine($"""
                  Sign in to tenant     {DemoTenant.Slug}
                  as one of             {string.Join(", ", DemoTenant.SignIns)}
                  with the password     {DemoTenant.Password}    (it works in the demo tenant alone)
                """);
        }
        Console.WriteLine($"""
              Data is kept in       {settings.Database.DataFolder}
              Stop with             Ctrl+C

            """);
    });
}

using System.Net;
using System.Net.Sockets;
using Crm.Platform.Data;
using Orleans.Configuration;

namespace Crm.Host.Clustering;

/// <summary>
/// The Orleans silo inside the host. On SQLite there is one node and its membership stands in memory; on a server engine the nodes find
/// each other by the database they share, so adding a node is starting another host with the same configuration.
/// </summary>
static class Silo
{
    public static void AddSilo(this WebApplicationBuilder builder, HostSettings settings)
    {
        if (settings.Database.Engine != Engine.Sqlite) builder.Services.AddHostedService<ClusteringSchema>();
        builder.Host.UseOrleans(silo =>
        {
            if (settings.Database.Engine == Engine.Sqlite) Alone(silo, builder.Configuration);
            else Clustered(silo, builder.Configuration, settings.Database);
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromMinutes(15));
        });
    }

    // Two processes on the same silo ports both start without an error, so ports are asked of the system and never fixed.
    static void Alone(ISiloBuilder silo, IConfiguration configuration) => silo.UseLocalhostClustering(
        Port(configuration, "Silo:Port"), Port(configuration, "Silo:GatewayPort"), serviceId: "crm", clusterId: "crm");

    static void Clustered(ISiloBuilder silo, IConfiguration configuration, DatabaseOptions database)
    {
        silo.Configure<ClusterOptions>(options =>
        {
            options.ServiceId = "crm";
            options.ClusterId = configuration["Silo:ClusterId"] ?? "crm";
        });
        var address = configuration["Silo:Address"] is { Length: > 0 } named ? IPAddress.Parse(named) : IPAddress.Loopback;
        silo.ConfigureEndpoints(address, Port(configuration, "Silo:Port"), Port(configuration, "Silo:GatewayPort"));
        silo.UseAdoNetClustering(options =>
        {
            options.Invariant = database.Engine == Engine.PostgreSql ? "Npgsql" : "Microsoft.Data.SqlClient";
            options.ConnectionString = database.ConnectionString;
        });
        // A killed node's grains answer again after about one second instead of twelve.
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(1);
            options.NumMissedProbesLimit = 2;
            options.NumVotesForDeathDeclaration = 1;
            options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
            options.DefunctSiloExpiration = TimeSpan.FromDays(1);
            options.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
        });
    }

    static int Port(IConfiguration configuration, string key) => configuration.GetValue<int?>(key) ?? FreePort();

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>Ports that nobody listens on. Two silos on one port both start without an error, so a bind failure is never relied on.</summary>
public static class FreePort
{
    static readonly ConcurrentDictionary<int, bool> Given = new();

    public static int Next()
    {
        while (true)
        {
            // Below the range from which the system takes ports for outgoing connections: one of those may have it before the host does.
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(10_000, 32_000));
            try
            {
                listener.Start();
            }
            catch (SocketException)
            {
                continue;
            }

            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Given.TryAdd(port, true))
                return port;
        }
    }
}

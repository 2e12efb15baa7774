using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Crm.Platform.Http;

/// <summary>Tells a database that cannot be reached from a statement that is wrong.</summary>
static class DatabaseDown
{
    public static bool Explains(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is SocketException or TimeoutException) return true;
            if (e is PostgresException postgres) return postgres.IsTransient || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal);
            if (e is DbException { IsTransient: true }) return true;
        }
        return false;
    }
}

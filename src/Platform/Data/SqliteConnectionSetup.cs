using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Platform.Data;

/// <summary>Every commit is on disk before it is answered (<c>synchronous=FULL</c>); pages stay in memory between statements.</summary>
sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    const string Pragmas = "pragma synchronous=full; pragma cache_size=-16000; pragma temp_store=memory; pragma journal_size_limit=67108864;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}

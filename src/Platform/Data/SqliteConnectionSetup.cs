using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Platform.Data;

/// <summary>Every commit is on disk before it is answered (<c>synchronous=FULL</c>); pages stay in memory between statements.</summary>
sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    const string Pragmas = "pragma synchronous=full; pragma cache_size=-16000; pragma temp_store=memory; pragma journal_size_limit=67108864;";

    // The pool hands out the same handle again and again; what was set on it stays set.
    static readonly ConditionalWeakTable<object, object> Prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (Prepared.TryGetValue(handle, out _)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Prepared.AddOrUpdate(handle, handle);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}

using System.Data.Common;
using System.Runtime.CompilerServices;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Opportunities.Data;

/// <summary>
/// Statements in the transaction of a unit of work. On SQLite each is prepared once for the writer's connection and runs at once; on
/// a server engine they go over in one round trip.
/// </summary>
internal sealed class StatementBatch(CrmDb db)
{
    static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Prepared = [];

    readonly DbConnection _connection = db.Database.GetDbConnection();
    readonly DbTransaction? _transaction = db.Database.CurrentTransaction?.GetDbTransaction();
    readonly List<(DbBatchCommand Command, bool MustTouch)> _waiting = [];

    public void Insert<T>(T row)
        where T : class
    {
        var sql = RowSql<T>.Of(db);
        if (db.Engine == Engine.Sqlite)
        {
            var command = Ready(sql.Insert);
            sql.BindInsert(command, row);
            command.ExecuteNonQuery();
            return;
        }
        var waiting = Queue(sql.Insert, mustTouch: false);
        sql.BindInsert(waiting, row);
    }

    /// <exception cref="DbUpdateConcurrencyException">The row does not stand at that version any more.</exception>
    public void Update<T>(T before, T after, int formerVersion)
        where T : class
    {
        var update = RowSql<T>.Of(db).Update(before, after);
        if (db.Engine == Engine.Sqlite)
        {
            var command = Ready(update.Text);
            update.Bind(command, after, formerVersion);
            if (command.ExecuteNonQuery() == 0) throw Stale();
            return;
        }
        var waiting = Queue(update.Text, mustTouch: true);
        update.Bind(waiting, after, formerVersion);
    }

    public void Delete<T>(T row)
        where T : class
    {
        var sql = RowSql<T>.Of(db);
        if (db.Engine == Engine.Sqlite)
        {
            var command = Ready(sql.Delete);
            sql.BindDelete(command, row);
            command.ExecuteNonQuery();
            return;
        }
        var waiting = Queue(sql.Delete, mustTouch: false);
        sql.BindDelete(waiting, row);
    }

    /// <summary>Sends what has been gathered.</summary>
    /// <exception cref="DbUpdateConcurrencyException">An update touched nothing.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        if (_waiting.Count == 0) return;
        await using var batch = _connection.CreateBatch();
        batch.Transaction = _transaction;
        foreach (var (command, _) in _waiting) batch.BatchCommands.Add(command);
        try
        {
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        catch (DbException e) when (_waiting.Any(statement => statement.MustTouch) && UniqueKeys.Caused(new DbUpdateException("", e)))
        {
            // The update touched nothing and the history row of its version, which is there already, told so first.
            throw Stale();
        }
        var missed = _waiting.Any(statement => statement.MustTouch && statement.Command.RecordsAffected == 0);
        _waiting.Clear();
        if (missed) throw Stale();
    }

    DbCommand Ready(string sql)
    {
        var commands = Prepared.GetOrCreateValue(_connection);
        if (!commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            commands[sql] = command;
        }
        command.Transaction = _transaction;
        return command;
    }

    DbBatchCommand Queue(string sql, bool mustTouch)
    {
        var factory = FactoryOf(_connection);
        var command = factory.CreateBatchCommand() ?? throw new InvalidOperationException("The engine has no batches.");
        command.CommandText = sql;
        _waiting.Add((command, mustTouch));
        return command;
    }

    static DbProviderFactory FactoryOf(DbConnection connection) =>
        DbProviderFactories.GetFactory(connection) ?? throw new InvalidOperationException("The engine has no provider factory.");

    static DbUpdateConcurrencyException Stale() => new("The opportunity has changed since it was read.");
}

using System.Data.Common;
using Crm.Bench.Data;

namespace Crm.Bench.Floors;

/// <summary>
/// The floor of durable writes: the rows that the product writes when a stage is advanced, by prepared statements on one connection
/// behind one gate, a commit for each. No rules, no HTTP; the same columns, the same indexes, the same sync mode.
/// </summary>
internal sealed class CommitGate : IDisposable
{
    readonly Lock _gate = new();
    readonly DbConnection _connection;
    readonly DbBatch? _batch;
    readonly Statement[] _statements;
    readonly AdvanceRows _rows;

    public CommitGate(DbConnection connection, AdvanceRows rows)
    {
        (_connection, _rows) = (connection, rows);
        var update = rows.Update;
        string[] texts =
        [
            $"update \"opp_opportunities\" set {string.Join(", ", update.Columns.SkipLast(2).Select((column, i) => $"\"{column}\" = @p{i}"))} where \"TenantId\" = @p{update["TenantId"]} and \"Id\" = @p{update["Id"]} and \"Version\" = @p{update["Version"]} - 1",
            rows.History.Insert("opp_history"),
            rows.Outbox.Insert("sys_outbox"),
            rows.Audit.Insert("sys_audit"),
        ];
        RowCopy[] samples = [update, rows.History, rows.Outbox, rows.Audit];
        // A server takes all four in one round trip; SQLite has no trips to save.
        _batch = connection.CanCreateBatch ? connection.CreateBatch() : null;
        _statements = [.. texts.Select((text, i) => new Statement(connection, _batch, text, samples[i].Values))];
        _batch?.Prepare();
    }

    public void Commit(AdvancedRow row, string stage)
    {
        lock (_gate)
        {
            var values = _rows.Next(row, stage);
            using var transaction = _connection.BeginTransaction();
            for (var i = 0; i < _statements.Length; i++)
                _statements[i].Bind(values[i]);
            if (_batch is not null)
            {
                _batch.Transaction = transaction;
                _batch.ExecuteNonQuery();
            }
            else
            {
                foreach (var statement in _statements)
                    statement.Run(transaction);
            }

            if (_statements[0].Touched != 1)
                throw new InvalidOperationException("The floor's update touched no row.");
            transaction.Commit();
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        _batch?.Dispose();
        _connection.Dispose();
    }
}

using System.Data.Common;

namespace Crm.Bench.Floors;

/// <summary>A prepared statement, alone or as a part of a batch.</summary>
internal sealed class Statement : IDisposable
{
    readonly DbCommand? _command;
    readonly DbBatchCommand? _part;
    readonly DbParameter[] _parameters;
    int _touched;

    public Statement(DbConnection connection, DbBatch? batch, string text, object[] sample)
    {
        _command = batch is null ? connection.CreateCommand() : null;
        _part = batch?.CreateBatchCommand();
        DbParameterCollection collection;
        if (_part is not null)
        {
            _part.CommandText = text;
            batch!.BatchCommands.Add(_part);
            collection = _part.Parameters;
        }
        else
        {
            _command!.CommandText = text;
            collection = _command.Parameters;
        }

        _parameters = new DbParameter[sample.Length];
        for (var i = 0; i < sample.Length; i++)
        {
            _parameters[i] = _command?.CreateParameter() ?? _part!.CreateParameter();
            _parameters[i].ParameterName = $"@p{i}";
            _parameters[i].Value = sample[i];
            collection.Add(_parameters[i]);
        }

        _command?.Prepare();
    }

    /// <summary>Rows that the last run changed.</summary>
    public int Touched => _part?.RecordsAffected ?? _touched;

    public void Bind(object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            _parameters[i].Value = values[i];
    }

    public void Run(DbTransaction transaction)
    {
        _command!.Transaction = transaction;
        _touched = _command.ExecuteNonQuery();
    }

    public void Dispose() => _command?.Dispose();
}

using System.Data.Common;

namespace Crm.Bench.Data;

/// <summary>A row as it stands in the database: its columns and their values, whatever they are.</summary>
internal sealed record RowCopy(string[] Columns, object[] Values)
{
    readonly Dictionary<string, int> _at = Columns.Select((column, i) => (column, i)).ToDictionary(c => c.column, c => c.i, StringComparer.Ordinal);

    public int this[string column] => _at[column];

    public bool Has(string column) => _at.ContainsKey(column);

    /// <summary>Reads the one row that the condition finds, without the columns that the database gives by itself.</summary>
    public static RowCopy Read(DbConnection connection, string table, string condition, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select * from \"{table}\" where {condition}";
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        using var reader = command.ExecuteReader();
        if (!reader.Read())
            throw new InvalidOperationException($"There is no row in {table} where {condition}.");
        var kept = Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) is not ("Seq" or "Major")).ToArray();
        return new([.. kept.Select(reader.GetName)], [.. kept.Select(reader.GetValue)]);
    }

    public string Insert(string table) =>
        $"insert into \"{table}\" ({string.Join(", ", Columns.Select(c => $"\"{c}\""))}) values ({string.Join(", ", Columns.Select((_, i) => $"@p{i}"))})";
}

using System.Diagnostics;
using Crm.Bench.Data;
using Microsoft.Data.Sqlite;

namespace Crm.Bench.Floors;

/// <summary>The same page by a prepared statement: every column of 51 rows, read into memory.</summary>
internal sealed class Page : IDisposable
{
    const string Start = """
        select * from "opp_opportunities"
        where "TenantId" = @tenant and "OwnerId" = @owner and "Stage" = @stage and "ArchivedAt" is null
        """;

    const string End = """

        order by "AmountE4" desc, "Id" desc limit 51
        """;

    readonly SqliteConnection _connection;
    readonly SqliteCommand _first;
    readonly SqliteCommand _next;

    public Page(string file, Guid tenantId)
    {
        _connection = SqliteFile.Open(file);
        _first = Command(Start + End, tenantId);
        _next = Command($"{Start} and \"AmountE4\" <= @amount and (\"AmountE4\" < @amount or \"Id\" < @id){End}", tenantId);
        foreach (var (name, none) in new (string, object)[] { ("@amount", 0L), ("@id", Array.Empty<byte>()) })
            _next.Parameters.AddWithValue(name, none);
        _next.Prepare();
    }

    public double Ms(PageStart at, int expected)
    {
        var began = Stopwatch.GetTimestamp();
        var command = at.AfterAmountE4 is null ? _first : _next;
        command.Parameters["@owner"].Value = at.OwnerId.ToByteArray(bigEndian: true);
        command.Parameters["@stage"].Value = at.Stage;
        if (at.AfterAmountE4 is { } amount)
        {
            command.Parameters["@amount"].Value = amount;
            command.Parameters["@id"].Value = at.AfterId.ToByteArray(bigEndian: true);
        }

        var rows = 0;
        using (var reader = command.ExecuteReader())
        {
            var values = new object[reader.FieldCount];
            for (; reader.Read(); rows++)
                reader.GetValues(values);
        }

        var ms = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return rows >= expected ? ms : throw new InvalidOperationException($"SQL found {rows} rows where the API found {expected}.");
    }

    public void Dispose()
    {
        _first.Dispose();
        _next.Dispose();
        _connection.Dispose();
    }

    SqliteCommand Command(string sql, Guid tenantId)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@tenant", tenantId.ToByteArray(bigEndian: true));
        command.Parameters.AddWithValue("@owner", Array.Empty<byte>());
        command.Parameters.AddWithValue("@stage", "");
        return command;
    }
}

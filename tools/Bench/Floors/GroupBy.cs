using System.Diagnostics;
using Crm.Bench.Data;
using Microsoft.Data.Sqlite;

namespace Crm.Bench.Floors;

/// <summary>The funnel's figures by one SQL statement over the opportunities. It leaves the median ages out, which is to its advantage.</summary>
internal sealed class GroupBy : IDisposable
{
    const string Sql = """
        select "MethodId", "Stage", "Band", count(*), sum("BaseAmountE4"), sum("WeightedE4")
        from "opp_opportunities"
        where "TenantId" = @tenant and "Status" = 'Open' and "ArchivedAt" is null
        group by "MethodId", "Stage", "Band"
        """;

    readonly SqliteConnection _connection;
    readonly SqliteCommand _command;

    public GroupBy(string file, Guid tenantId)
    {
        _connection = SqliteFile.Open(file);
        _command = _connection.CreateCommand();
        _command.CommandText = Sql;
        _command.Parameters.AddWithValue("@tenant", tenantId.ToByteArray(bigEndian: true));
        _command.Prepare();
    }

    /// <summary>How long it takes, and what it says.</summary>
    public (double Ms, long Count, decimal Amount, decimal Weighted) Run()
    {
        var began = Stopwatch.GetTimestamp();
        long count = 0;
        decimal amount = 0, weighted = 0;
        using (var reader = _command.ExecuteReader())
        {
            while (reader.Read())
            {
                count += reader.GetInt64(3);
                amount += reader.GetInt64(4);
                weighted += reader.GetInt64(5);
            }
        }

        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, count, amount / 10_000m, weighted / 10_000m);
    }

    public void Dispose()
    {
        _command.Dispose();
        _connection.Dispose();
    }
}

using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Crm.Bench.Data;

/// <summary>
/// Fills the file with copies of the opportunities that the product wrote, by two prepared statements. Every column comes along,
/// so that a column the bench knows nothing of has the product's value. Indexes are made again at the end, from sorted rows.
/// </summary>
internal static class SqliteFill
{
    static readonly DateOnly FirstClose = new(2027, 1, 1);

    public static void Run(string file, BenchTenant tenant, int count)
    {
        using var connection = SqliteFile.Open(file);
        SqliteFile.Execute(connection, "pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-400000;");
        var indexes = SqliteFile.Strings(connection, "select sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ('opp_opportunities', 'opp_history')");
        foreach (var name in SqliteFile.Strings(connection, "select name from sqlite_master where type = 'index' and sql is not null and tbl_name in ('opp_opportunities', 'opp_history') and name not like '%OpportunityId_Version'"))
            SqliteFile.Execute(connection, $"drop index \"{name}\"");

        SqliteFile.Execute(connection, "begin");
        using var opportunity = Copy(connection, tenant, "opp_opportunities", "\"Id\" = @sample", new() { ["Id"] = "@id", ["CloseDay"] = "@closeDay" }, []);
        using var history = Copy(connection, tenant, "opp_history", "\"OpportunityId\" = @sample", new() { ["OpportunityId"] = "@id" }, ["Seq"]);
        for (var n = 0; n < count; n++)
        {
            foreach (var command in new[] { opportunity, history })
            {
                var close = FirstClose.AddDays(BenchTenant.CloseDays(n));
                Set(command, "@sample", tenant.StageOf(n).OpportunityId.ToByteArray(bigEndian: true));
                Set(command, "@id", BenchId.Of(n).ToByteArray(bigEndian: true));
                Set(command, "@name", string.Create(CultureInfo.InvariantCulture, $"Substation monitoring {n:D7}"));
                Set(command, "@owner", tenant.SellerOf(n).ToByteArray(bigEndian: true));
                Set(command, "@amount", BenchTenant.AmountE4(n));
                Set(command, "@close", close.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                if (command == opportunity)
                    Set(command, "@closeDay", close.DayNumber);
                command.ExecuteNonQuery();
            }
        }

        SqliteFile.Execute(connection, "commit");
        foreach (var sql in indexes.Where(sql => !sql.Contains("OpportunityId_Version", StringComparison.Ordinal)))
            SqliteFile.Execute(connection, sql);
        SqliteFile.Execute(connection, "pragma journal_mode=wal");
    }

    static SqliteCommand Copy(SqliteConnection connection, BenchTenant tenant, string table, string where, Dictionary<string, string> replaced, string[] left)
    {
        foreach (var (column, value) in new[]
                 {
                     ("Name", "@name"), ("OwnerId", "@owner"), ("AmountE4", "@amount"), ("BaseAmountE4", "@amount"),
                     ("WeightedE4", "(@amount / 100 * \"ProbabilityE4\" + 5000) / 10000 * 100"), ("CloseDate", "@close"), ("OriginalCloseDate", "@close"),
                 })
        {
            replaced[column] = value;
        }

        var columns = SqliteFile.Strings(connection, $"select name from pragma_table_info('{table}')").Except(left).ToList();
        var command = connection.CreateCommand();
        command.CommandText = $"""
            insert into "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            select {string.Join(", ", columns.Select(c => replaced.GetValueOrDefault(c, $"\"{c}\"")))} from "{table}" where {Tenant(table)} and {where}
            """;
        command.Parameters.AddWithValue("@tenant", tenant.TenantId.ToByteArray(bigEndian: true));
        return command;

        // The sample is found by its index: the table's key, or (tenant, opportunity, version).
        static string Tenant(string table) => "\"TenantId\" = @tenant" + (table == "opp_history" ? " and \"Version\" = 1" : "");
    }

    static void Set(SqliteCommand command, string name, object value)
    {
        var at = command.Parameters.IndexOf(name);
        if (at < 0)
            command.Parameters.AddWithValue(name, value);
        else
            command.Parameters[at].Value = value;
    }
}

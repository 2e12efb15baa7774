using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Crm.Bench.Data;

/// <summary>The database file of the embedded default, opened beside the host with the same settings of a connection.</summary>
internal static class SqliteFile
{
    public const string SyncMode = "WAL, synchronous=FULL";

    public static string In(string folder) => Path.Combine(folder, "crm.db");

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        Execute(connection, "pragma synchronous=full; pragma cache_size=-16000; pragma temp_store=memory; pragma journal_size_limit=67108864;");
        return connection;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static List<string> Strings(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }

    /// <summary>Tells one schema from another.</summary>
    public static string Schema(string file)
    {
        using var connection = Open(file);
        var all = string.Join('\n', Strings(connection, "select sql from sqlite_master where sql is not null order by name"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16];
    }
}

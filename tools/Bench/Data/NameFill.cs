using System.Data.Common;
using NpgsqlTypes;

namespace Crm.Bench.Data;

/// <summary>Fills customers with the names of <see cref="NameMaker"/>: copies of one that the product wrote, so that every column has the product's value.</summary>
internal static class NameFill
{
    /// <summary>Every so many-th is the narrow seller's; the rest are the other sellers'.</summary>
    public const int NarrowShare = 1_000;

    public static void Sqlite(string file, BenchTenant tenant, Guid narrow, int count)
    {
        using var connection = SqliteFile.Open(file);
        SqliteFile.Execute(connection, "pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-400000;");
        var indexes = SqliteFile.Strings(connection, "select sql from sqlite_master where type = 'index' and sql is not null and tbl_name = 'cust_customers'");
        foreach (var name in SqliteFile.Strings(connection, "select name from sqlite_master where type = 'index' and sql is not null and tbl_name = 'cust_customers'"))
            SqliteFile.Execute(connection, $"drop index \"{name}\"");
        var sample = RowCopy.Read(connection, "cust_customers", "true limit 1");
        SqliteFile.Execute(connection, "begin");
        using var insert = connection.CreateCommand();
        insert.CommandText = sample.Insert("cust_customers");
        for (var i = 0; i < sample.Columns.Length; i++) insert.Parameters.AddWithValue($"@p{i}", sample.Values[i]);
        for (var n = 0; n < count; n++)
        {
            var name = NameMaker.Of(n);
            insert.Parameters[sample["Id"]].Value = BenchId.Of(n).ToByteArray(bigEndian: true);
            insert.Parameters[sample["Name"]].Value = name;
            insert.Parameters[sample["NameKey"]].Value = Key(name);
            insert.Parameters[sample["Uscc"]].Value = NameMaker.Code(n);
            insert.Parameters[sample["OwnerId"]].Value = Owner(tenant, narrow, n).ToByteArray(bigEndian: true);
            insert.ExecuteNonQuery();
        }

        SqliteFile.Execute(connection, "delete from sys_search_state");
        SqliteFile.Execute(connection, "commit");
        foreach (var sql in indexes)
            SqliteFile.Execute(connection, sql);
        SqliteFile.Execute(connection, "pragma journal_mode=wal");
    }

    public static async Task PostgreSql(PrivatePostgres server, string database, BenchTenant tenant, Guid narrow, int count, CancellationToken ct)
    {
        RowCopy sample;
        using (DbConnection reading = server.OpenAsRuntime(database, tenant.TenantId))
            sample = RowCopy.Read(reading, "cust_customers", "true limit 1");
        await server.ExecuteIn(database, "create table bench_names (id uuid, name text, key text, code text, owner uuid)", ct);
        await using (var connection = server.OpenAsAdministrator(database))
        {
            await using var copy = await connection.BeginBinaryImportAsync("copy bench_names (id, name, key, code, owner) from stdin (format binary)", ct);
            for (var n = 0; n < count; n++)
            {
                var name = NameMaker.Of(n);
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(BenchId.Of(n), NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(name, NpgsqlDbType.Text, ct);
                await copy.WriteAsync(Key(name), NpgsqlDbType.Text, ct);
                await copy.WriteAsync(NameMaker.Code(n), NpgsqlDbType.Text, ct);
                await copy.WriteAsync(Owner(tenant, narrow, n), NpgsqlDbType.Uuid, ct);
            }

            await copy.CompleteAsync(ct);
        }

        var replaced = new Dictionary<string, string> { ["Id"] = "n.id", ["Name"] = "n.name", ["NameKey"] = "n.key", ["Uscc"] = "n.code", ["OwnerId"] = "n.owner" };
        await server.ExecuteIn(database, $"""
            insert into cust_customers ({string.Join(", ", sample.Columns.Select(c => $"\"{c}\""))})
            select {string.Join(", ", sample.Columns.Select(c => replaced.GetValueOrDefault(c, $"s.\"{c}\"")))}
            from bench_names n cross join (select * from cust_customers limit 1) s order by n.id
            """, ct);
        await server.ExecuteIn(database, "drop table bench_names; delete from sys_search_state", ct);
        await server.ExecuteIn(database, "vacuum analyze cust_customers", ct);
    }

    static Guid Owner(BenchTenant tenant, Guid narrow, int n) => n % NarrowShare == 7 ? narrow : tenant.SellerOf(n);

    static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

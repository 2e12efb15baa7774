using System.Globalization;
using Npgsql;

namespace Crm.Bench.Data;

/// <summary>
/// Fills a PostgreSQL database as the administrator (COPY and inserts of other roles stop at row-level security), with copies of what
/// the product wrote: every column comes along.
/// </summary>
internal static class PostgreSqlFill
{
    public static async Task Run(PrivatePostgres server, string database, BenchTenant tenant, int count, CancellationToken ct)
    {
        using (var connection = server.OpenAsRuntime(database, tenant.TenantId))
        {
            foreach (var (table, id, closeDay) in new[] { ("opp_opportunities", "Id", true), ("opp_history", "OpportunityId", false) })
                await server.ExecuteIn(database, Copies(connection, tenant, table, id, closeDay, count), ct);
        }

        await server.ExecuteIn(database, "vacuum analyze", ct);
    }

    static string Copies(NpgsqlConnection connection, BenchTenant tenant, string table, string id, bool hasCloseDay, int count)
    {
        const string amount = "(n::bigint * 7919 % 1000003 * 100 + 10000)";
        const string close = "(date '2027-01-01' + (n::bigint * 31 % 365)::int)";
        var sellers = $"(array[{string.Join(", ", tenant.SellerIds.Select(s => $"'{s}'::uuid"))}])[n % {tenant.SellerIds.Length} + 1]";
        var samples = tenant.OneStage ? $"'{tenant.Stages[0].OpportunityId}'::uuid" : $"(array[{string.Join(", ", tenant.Stages.Select(s => $"'{s.OpportunityId}'::uuid"))}])[n / {tenant.SellerIds.Length} % {tenant.Stages.Length} + 1]";
        var replaced = new Dictionary<string, string>
        {
            [id] = BenchId.PostgreSql,
            ["Name"] = "'Substation monitoring ' || lpad(n::text, 7, '0')",
            ["OwnerId"] = sellers,
            ["AmountE4"] = amount,
            ["BaseAmountE4"] = amount,
            ["WeightedE4"] = $"({amount} / 100 * s.\"ProbabilityE4\" + 5000) / 10000 * 100",
            ["CloseDate"] = close,
            ["OriginalCloseDate"] = close,
        };
        if (hasCloseDay)
            replaced["CloseDay"] = $"{close} - date '0001-01-01'";
        var columns = RowCopy.Read(connection, table, "true limit 1").Columns;
        return string.Create(CultureInfo.InvariantCulture, $"""
            insert into "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            select {string.Join(", ", columns.Select(c => replaced.GetValueOrDefault(c, $"s.\"{c}\"")))}
            from generate_series(0, {count - 1}) n join "{table}" s on s."{id}" = {samples} and s."Version" = 1
            order by n
            """);
    }
}

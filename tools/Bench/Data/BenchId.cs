using System.Globalization;

namespace Crm.Bench.Data;

/// <summary>The id of the n-th filled opportunity: in time order like the product's own.</summary>
internal static class BenchId
{
    const long FirstMs = 1_750_000_000_000;

    /// <summary>The same id in PostgreSQL's words, of a column <c>n</c>.</summary>
    public static readonly string PostgreSql =
        $"(lpad(to_hex({FirstMs.ToString(CultureInfo.InvariantCulture)}::bigint + n), 12, '0') || '70008000' || lpad(to_hex(n::bigint), 12, '0'))::uuid";

    public static Guid Of(int n) => Guid.ParseExact($"{FirstMs + n:x12}70008000{n:x12}", "N");
}

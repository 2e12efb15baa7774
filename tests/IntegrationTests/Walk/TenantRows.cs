using System.Globalization;
using System.Reflection;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>Looks behind the API at every row that a tenant has, table by table, whichever module owns it.</summary>
static class TenantRows
{
    static readonly MethodInfo RowsOf = typeof(TenantRows).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Static)!;
    static readonly MethodInfo CountOf = typeof(TenantRows).GetMethod(nameof(Count), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Table → what stands in it, in full.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Contents(TestTenant tenant)
    {
        await using var db = tenant.Read();
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in Tables(db))
            contents[type.GetTableName()!] = await (Task<string>)RowsOf.MakeGenericMethod(type.ClrType).Invoke(null, [db, type])!;
        return contents;
    }

    /// <summary>Table → how many rows, and the sum of their versions: cheap, and every write of a record shows in it.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Counts(TestTenant tenant)
    {
        await using var db = tenant.Read();
        var counts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in Tables(db))
            counts[type.GetTableName()!] = await (Task<string>)CountOf.MakeGenericMethod(type.ClrType).Invoke(null, [db, type])!;
        return counts;
    }

    /// <summary>What the tables say once nothing works in the background any more.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Quiet(Func<Task<IReadOnlyDictionary<string, string>>> look)
    {
        var last = await look();
        await Eventually.True(
            async () =>
            {
                var (before, now) = (last, await look());
                last = now;
                return Differences(before, now).Count == 0;
            },
            "nothing is written in the background any more");
        return last;
    }

    public static IReadOnlyList<string> Differences(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. before.Where(table => after[table.Key] != table.Value).Select(table => $"{table.Key}: {Shorten(table.Value)} became {Shorten(after[table.Key])}")];

    static string Shorten(string text) => text.Length < 2_000 ? text : text[..2_000] + "…";

    static IEnumerable<IEntityType> Tables(CrmDb db) => db.Model.GetEntityTypes().Where(type => !type.IsOwned() && type.GetTableName() is not null);

    static async Task<string> Rows<T>(CrmDb db, IEntityType type)
        where T : class
    {
        var rows = await db.Set<T>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        return string.Join('\n', rows.Select(row => string.Join('|', type.GetProperties().Where(property => !property.IsShadowProperty())
            .Select(property => Text(property.PropertyInfo?.GetValue(row) ?? property.FieldInfo?.GetValue(row))))).Order(StringComparer.Ordinal));
    }

    static async Task<string> Count<T>(CrmDb db, IEntityType type)
        where T : class
    {
        var rows = db.Set<T>();
        var cancellation = TestContext.Current.CancellationToken;
        return type.FindProperty(nameof(Entity.Version)) is { } version && version.ClrType == typeof(int)
            ? $"{await rows.CountAsync(cancellation)}/{await rows.SumAsync(row => EF.Property<int>(row, nameof(Entity.Version)), cancellation)}"
            : $"{await rows.CountAsync(cancellation)}";
    }

    static string Text(object? value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable and not string => System.Text.Json.JsonSerializer.Serialize(value),
        _ => value?.ToString() ?? "",
    };
}

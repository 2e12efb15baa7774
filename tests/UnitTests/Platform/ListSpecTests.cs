using Crm.Platform;
using Crm.Platform.Lists;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Crm.UnitTests.Platform;

public sealed class ListSpecTests
{
    static readonly ListSpec<Note> Spec = new ListSpec<Note>()
        .Filter("text", n => n.Text).Filter("rank", n => n.Rank).Filter("due", n => n.Due).Filter("parent", n => n.Parent)
        .FilterAmount("amount", n => n.AmountE4)
        .Filter<int>("twinOfRank", "Notes of the rank of some other table's row.", (db, rank) => n => db.Set<Note>().Any(other => other.Rank == rank && other.Rank == n.Rank))
        .Sort("text", n => n.Text).Sort("amount", n => n.AmountE4).Sort("rank", n => n.Rank).Sort("createdAt", n => n.CreatedAt);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text")]
    [InlineData("-text")]
    [InlineData("amount")]
    [InlineData("-amount")]
    [InlineData("rank")]
    [InlineData("-createdAt")]
    public async Task Pages_in_any_order_give_every_row_once(string sort)
    {
        await using var test = await Filled();
        await using var db = test.Database.Read(test.Tenant);
        var seen = new List<Note>();
        string? cursor = null;
        do
        {
            var page = (await Spec.Page(db.Set<Note>(), Query(("sort", sort), ("limit", "7"), ("cursor", cursor)), Cancel)).Value;
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(100, seen.Count);
        Assert.Equal(100, seen.Select(n => n.Id).Distinct().Count());
        if (sort == "-amount") Assert.Equal(seen.Select(n => n.AmountE4).OrderDescending(), seen.Select(n => n.AmountE4));
    }

    [Theory]
    [InlineData("rank", "3", 10)]
    [InlineData("rank[in]", "3,4", 20)]
    [InlineData("rank[gte]", "8", 20)]
    [InlineData("rank[ne]", "0", 90)]
    [InlineData("amount[lte]", "1.5", 16)]
    [InlineData("text[contains]", "note 1", 11)]
    [InlineData("text", "note 5", 1)]
    [InlineData("due[empty]", "true", 50)]
    [InlineData("due[gt]", "2026-01-01", 49)]
    [InlineData("parent[empty]", "false", 0)]
    [InlineData("twinOfRank", "3", 10)]
    public async Task Filters_keep_what_they_say(string name, string value, int expected)
    {
        await using var test = await Filled();
        await using var db = test.Database.Read(test.Tenant);
        var page = await Spec.Page(db.Set<Note>(), Query((name, value), ("limit", "200"), ("count", "true")), Cancel, db);
        Assert.Equal(expected, page.Value.TotalCount);
        Assert.Equal(expected, page.Value.Items.Count);
    }

    [Theory]
    [InlineData("rank", "three", "rank")]
    [InlineData("rank[contains]", "1", "rank[contains]")]
    [InlineData("nothing", "1", "nothing")]
    [InlineData("twinOfRank", "third", "twinOfRank")]
    [InlineData("due", "9999-13-01", "due")]
    [InlineData("amount", "1e3", "amount")]
    [InlineData("amount", "1.23456", "amount")]
    [InlineData("amount", "1000000000000000", "amount")]
    [InlineData("parent", "'; drop table notes --", "parent")]
    [InlineData("sort", "phone", "sort")]
    [InlineData("limit", "0", "limit")]
    [InlineData("limit", "201", "limit")]
    [InlineData("cursor", "bm9uc2Vuc2U", "cursor")]
    [InlineData("count", "maybe", "count")]
    [InlineData("updatedSince", "yesterday", "updatedSince")]
    public async Task Bad_parameters_are_named(string name, string value, string field)
    {
        await using var test = await TestDatabase.Create();
        await using var db = test.Database.Read(test.Tenant);
        var page = await Spec.Page(db.Set<Note>(), Query((name, value)), Cancel, db);
        Assert.True(page.IsRefused);
        Assert.Equal(RefusalKind.BadRequest, page.Refusal.Kind);
        Assert.True(page.Refusal.Errors!.ContainsKey(field));
    }

    static ListQuery Query(params (string Name, string? Value)[] parameters) =>
        new(parameters.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => new StringValues(p.Value)));

    static async Task<TestDatabase> Filled()
    {
        var test = await TestDatabase.Create();
        await test.Database.Write<Nothing>(new(test.Tenant, null), (db, _) =>
        {
            for (var i = 0; i < 100; i++)
            {
                db.Add(new Note
                {
                    Text = $"note {i}",
                    Rank = i % 10,
                    AmountE4 = i * 1_000,
                    Due = i % 2 == 0 ? null : new DateOnly(2026, 1, 1).AddDays(i / 2),
                });
            }
            return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
        }, Cancel);
        return test;
    }
}

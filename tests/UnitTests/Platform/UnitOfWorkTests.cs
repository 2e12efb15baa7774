using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Crm.UnitTests.Platform;

public sealed class UnitOfWorkTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parallel_writes_are_all_kept_and_share_commits()
    {
        await using var test = await TestDatabase.Create();
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Add(test, $"note {i}")));

        await using var db = test.Database.Read(test.Tenant);
        Assert.Equal(500, await db.Set<Note>().CountAsync(Cancel));
        Assert.All(await db.Set<Note>().ToListAsync(Cancel), note => Assert.Equal(1, note.Version));
    }

    [Fact]
    public async Task A_refused_write_leaves_nothing_and_its_neighbours_stand()
    {
        await using var test = await TestDatabase.Create();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(Attempt));

        Assert.Equal(20, outcomes.Count(o => o == "done"));
        Assert.Equal(20, outcomes.Count(o => o == "refused"));
        await using var db = test.Database.Read(test.Tenant);
        Assert.All(await db.Set<Note>().ToListAsync(Cancel), note => Assert.Equal(0, int.Parse(note.Text) % 3));
        Assert.Equal(20, await db.Set<Note>().CountAsync(Cancel));

        async Task<string> Attempt(int i)
        {
            try
            {
                var outcome = await test.Database.Write<Nothing>(new(test.Tenant, test.Member), async (write, ct) =>
                {
                    write.Add(new Note { Text = $"{i}" });
                    await write.SaveChangesAsync(ct);
                    if (i % 3 == 1) return Refusal.Conflict("test/no", "No.");
                    if (i % 3 == 2) throw new InvalidOperationException("broken");
                    return Nothing.Value;
                }, Cancel);
                return outcome.IsRefused ? "refused" : "done";
            }
            catch (InvalidOperationException)
            {
                return "thrown";
            }
        }
    }

    [Fact]
    public async Task A_write_inside_a_write_is_refused_instead_of_waiting_for_ever()
    {
        await using var test = await TestDatabase.Create();
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.Write<Nothing>(new(test.Tenant, null),
            async (_, _) => { await Add(test, "inner"); return Nothing.Value; }, Cancel));
    }

    [Fact]
    public async Task The_same_key_does_it_once_and_answers_the_same_also_in_parallel()
    {
        await using var test = await TestDatabase.Create();
        var context = new WriteContext(test.Tenant, test.Member, new IdempotencyKey("k1", "hash"));
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => test.Database.Write<Guid>(context, async (db, ct) =>
        {
            var note = new Note { Text = "once" };
            db.Add(note);
            await db.SaveChangesAsync(ct);
            return note.Id;
        }, Cancel)));

        Assert.Single(ids.Select(o => o.Value).Distinct());
        await using var read = test.Database.Read(test.Tenant);
        Assert.Equal(1, await read.Set<Note>().CountAsync(Cancel));
        var other = await test.Database.Write<Guid>(context with { Key = new("k1", "another") }, (_, _) => Task.FromResult<Outcome<Guid>>(Guid.Empty), Cancel);
        Assert.Equal("idempotency/key-reused", other.Refusal.Code);
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_changes_nothing()
    {
        await using var test = await TestDatabase.Create();
        var id = await Add(test, "first");
        Note stale;
        await using (var db = test.Database.Read(test.Tenant)) stale = await db.Set<Note>().SingleAsync(n => n.Id == id, Cancel);
        await Change(test, id, "second");

        var outcome = await test.Database.Write<Nothing>(new(test.Tenant, test.Member), (db, _) =>
        {
            db.Attach(stale);
            stale.Text = "third";
            return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
        }, Cancel);

        Assert.Equal(RefusalKind.Stale, outcome.Refusal.Kind);
        await using var read = test.Database.Read(test.Tenant);
        Assert.Equal(("second", 2), await read.Set<Note>().Where(n => n.Id == id).Select(n => ValueTuple.Create(n.Text, n.Version)).SingleAsync(Cancel));
    }

    [Fact]
    public async Task Another_tenants_rows_are_neither_read_nor_written()
    {
        await using var test = await TestDatabase.Create();
        var id = await Add(test, "mine");
        var other = Guid.CreateVersion7();
        await using var db = test.Database.Read(other);
        Assert.Empty(await db.Set<Note>().ToListAsync(Cancel));

        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.Write<Nothing>(new(other, null), (write, _) =>
        {
            write.Add(new Note { TenantId = test.Tenant, Id = Guid.CreateVersion7(), Text = "smuggled" });
            return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
        }, Cancel));
        await using var read = test.Database.ReadAcrossTenants();
        Assert.Equal(id, (await read.Set<Note>().IgnoreQueryFilters([CrmDb.TenantFilter]).SingleAsync(Cancel)).Id);
    }

    [Fact]
    public async Task A_change_is_audited_with_old_and_new_but_never_the_personal_value()
    {
        await using var test = await TestDatabase.Create();
        var id = await Add(test, "before", "13800000000");
        await Change(test, id, "after");

        await using var db = test.Database.Read(test.Tenant);
        var rows = await db.Set<AuditRow>().Where(a => a.RecordId == id).OrderBy(a => a.Seq).ToListAsync(Cancel);
        Assert.Equal(["Created", "Changed"], rows.Select(r => r.Action));
        Assert.Contains("""{"text":{"old":"before","new":"after"}}""", rows[1].Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("1380", string.Concat(rows.Select(r => r.Changes)), StringComparison.Ordinal);
        Assert.All(rows, r => Assert.Equal(test.Member, r.ActorId));
    }

    static async Task<Guid> Add(TestDatabase test, string text, string? phone = null)
    {
        var outcome = await test.Database.Write<Guid>(new(test.Tenant, test.Member), async (db, ct) =>
        {
            var note = new Note { Text = text, Phone = phone };
            db.Add(note);
            await db.SaveChangesAsync(ct);
            return note.Id;
        }, Cancel);
        return outcome.Value;
    }

    static Task Change(TestDatabase test, Guid id, string text) =>
        test.Database.Write<Nothing>(new(test.Tenant, test.Member), async (db, ct) =>
        {
            (await db.Set<Note>().SingleAsync(n => n.Id == id, ct)).Text = text;
            return Nothing.Value;
        }, Cancel);
}

using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Events;
using Crm.Platform.Modules;
using Crm.UnitTests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Crm.UnitTests.Events;

public sealed class OutboxRelayTests
{
    static readonly RelayOptions Options = new() { Batch = 7, Tries = 3, FirstWait = TimeSpan.FromTicks(10), LongestWait = TimeSpan.FromTicks(10) };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_event_has_one_effect_in_the_order_of_commits()
    {
        await using var test = await TestDatabase.Create();
        var record = Guid.CreateVersion7();
        await Publish(test, test.Tenant, record, Enumerable.Range(0, 50));
        await Drain(test, new Noting());
        Assert.Equal(Enumerable.Range(0, 50), await Notes(test, test.Tenant, record));
    }

    [Fact]
    public async Task A_crash_between_effect_and_position_repeats_no_effect()
    {
        await using var test = await TestDatabase.Create();
        var record = Guid.CreateVersion7();
        await Publish(test, test.Tenant, record, Enumerable.Range(0, 20));
        await Drain(test, new Noting());
        await SetPosition(test, 3);
        await Drain(test, new Noting());
        Assert.Equal(Enumerable.Range(0, 20), await Notes(test, test.Tenant, record));
    }

    [Fact]
    public async Task A_parked_event_stops_later_ones_of_its_record_only()
    {
        await using var test = await TestDatabase.Create();
        var (bad, good, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var otherTenant = Guid.CreateVersion7();
        var reaction = new Noting { Fails = e => e.RecordId == bad && e.No == 1 };
        for (var no = 0; no < 4; no++)
        {
            await Publish(test, test.Tenant, bad, [no]);
            await Publish(test, test.Tenant, good, [no]);
            await Publish(test, otherTenant, other, [no]);
        }
        await Drain(test, reaction);

        Assert.Equal([0], await Notes(test, test.Tenant, bad));
        Assert.Equal([0, 1, 2, 3], await Notes(test, test.Tenant, good));
        Assert.Equal([0, 1, 2, 3], await Notes(test, otherTenant, other));
        var parked = Assert.Single(await Parked(test));
        Assert.Equal(3, parked.Attempts);
        Assert.Contains("The reaction failed.", parked.Error, StringComparison.Ordinal);

        // Mended and retried by an administrator, the record's events come in their order.
        reaction.Fails = _ => false;
        await Publish(test, test.Tenant, bad, [4]);
        await Drain(test, reaction);
        Assert.Equal([0], await Notes(test, test.Tenant, bad));
        await test.Database.Write<Nothing>(new(test.Tenant, null), async (db, ct) =>
        {
            (await db.Set<DeliveryRow>().SingleAsync(row => row.Id == parked.Id, ct)).ParkedAt = null;
            return Nothing.Value;
        }, Cancel);
        await Drain(test, reaction);
        Assert.Equal([0, 1, 2, 3, 4], await Notes(test, test.Tenant, bad));
        Assert.Empty(await Parked(test));
    }

    [Fact]
    public async Task An_event_that_no_reaction_wants_is_passed()
    {
        await using var test = await TestDatabase.Create();
        await Publish(test, test.Tenant, Guid.CreateVersion7(), [1]);
        await Drain(test);
        await using var db = test.Database.ReadAcrossTenants();
        Assert.Equal(1, (await db.Set<RelayRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).SingleAsync(Cancel)).Seq);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_fails_and_wherever_it_crashes_each_event_has_one_effect_in_order_per_record(int seed)
    {
        var random = new Random(seed);
        await using var test = await TestDatabase.Create();
        var records = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToArray();
        var tenants = new[] { test.Tenant, Guid.CreateVersion7() };
        var next = new int[records.Length];
        var reaction = new Noting();
        var handled = new Dictionary<(Guid, int), int>();
        // Each event fails up to twice, which is less than parks it.
        reaction.Fails = e => random.Next(4) == 0 && (handled[(e.RecordId, e.No)] = handled.GetValueOrDefault((e.RecordId, e.No)) + 1) <= 2;
        for (var round = 0; round < 30; round++)
        {
            var which = random.Next(records.Length);
            await Publish(test, tenants[which % 2], records[which], Enumerable.Range(next[which], 3));
            next[which] += 3;
            if (random.Next(3) == 0) await Relay(test, reaction).Turn();
            if (random.Next(5) == 0) await SetPosition(test, random.Next(10));
        }
        reaction.Fails = _ => false;
        await Drain(test, reaction);
        for (var i = 0; i < records.Length; i++)
            Assert.Equal(Enumerable.Range(0, next[i]), await Notes(test, tenants[i % 2], records[i]));
        Assert.Empty(await Parked(test));
    }

    static Task Publish(TestDatabase test, Guid tenant, Guid record, IEnumerable<int> numbers) =>
        test.Database.Write<Nothing>(new(tenant, null), (db, _) =>
        {
            foreach (var no in numbers) db.Publish(new Happened(record, no));
            return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
        }, Cancel);

    static async Task Drain(TestDatabase test, params IReaction[] reactions)
    {
        var relay = Relay(test, reactions);
        var deadline = TimeProvider.System.GetTimestamp();
        while (await relay.Turn())
            Assert.True(TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(60), "The relay never came to rest.");
    }

    static Turning Relay(TestDatabase test, params IReaction[] reactions)
    {
        var lease = new RelayLease(test.Database, Options, TimeProvider.System);
        var deliveries = new Deliveries(test.Database, Options, ModuleGuard.Open, TimeProvider.System, NullLogger<Deliveries>.Instance);
        return new Turning(lease, new OutboxRelay(test.Database, lease, deliveries, reactions, ModuleGuard.Open, Options, TimeProvider.System, NullLogger<OutboxRelay>.Instance));
    }

    static Task SetPosition(TestDatabase test, long seq) => test.Database.WriteAcrossTenants<int>(async (db, ct) =>
        await db.Set<RelayRow>().IgnoreQueryFilters([CrmDb.TenantFilter])
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Seq, r => r.Seq < seq ? r.Seq : seq), ct), Cancel);

    static async Task<List<int>> Notes(TestDatabase test, Guid tenant, Guid record)
    {
        await using var db = test.Database.Read(tenant);
        return await db.Set<Note>().Where(note => note.Text == $"{record}").OrderBy(note => note.AmountE4).Select(note => note.Rank).ToListAsync(Cancel);
    }

    static async Task<List<DeliveryRow>> Parked(TestDatabase test)
    {
        await using var db = test.Database.ReadAcrossTenants();
        return await db.Set<DeliveryRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).Where(row => row.ParkedAt != null).ToListAsync(Cancel);
    }

    sealed record Turning(RelayLease Lease, OutboxRelay Relay)
    {
        public async Task<bool> Turn() => await Lease.Hold(Cancel) && await Relay.Turn(Cancel);
    }
}

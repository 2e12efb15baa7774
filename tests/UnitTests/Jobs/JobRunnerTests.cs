using System.Collections.Concurrent;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Jobs;
using Crm.Platform.Modules;
using Crm.UnitTests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Crm.UnitTests.Jobs;

public sealed class JobRunnerTests
{
    static readonly JobOptions Options = new() { Poll = TimeSpan.FromMilliseconds(20), Places = 3, PlacesPerTenant = 2 };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_does_each_row_once_and_counts_what_it_did()
    {
        await using var test = await TestDatabase.Create();
        var id = await Ask(test, test.Tenant, 95);
        await using var runner = new Running(test, new Counting());
        var job = await Until(test, test.Tenant, id, row => row.Status == JobStatus.Completed);
        Assert.Equal((95L, 95L, 14L, 81L), (job.Total, job.Done, job.Failed, job.Succeeded));
        Assert.Equal(Enumerable.Range(0, 95), await Notes(test, test.Tenant, id));
    }

    [Fact]
    public async Task A_job_whose_host_dies_goes_on_from_its_checkpoint_and_repeats_no_row()
    {
        await using var test = await TestDatabase.Create();
        var id = await Ask(test, test.Tenant, 100);
        var died = new TaskCompletionSource();
        // The first host hangs in the middle of the job and is never heard of again; its lease is still good.
        var first = new Running(test, Options with { Places = 1 }, new Counting
        {
            BeforeStep = next =>
            {
                if (next < 50) return Task.CompletedTask;
                died.TrySetResult();
                return new TaskCompletionSource().Task;
            },
        });
        await died.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        await using var second = new Running(test, new Counting());
        var job = await Until(test, test.Tenant, id, row => row.Status == JobStatus.Completed);
        Assert.Equal((100L, 2), (job.Done, job.Attempts));
        Assert.Equal(Enumerable.Range(0, 100), await Notes(test, test.Tenant, id));
        first.Abandon();
    }

    [Fact]
    public async Task A_host_that_was_taken_for_dead_can_write_nothing_more()
    {
        await using var test = await TestDatabase.Create();
        var id = await Ask(test, test.Tenant, 100);
        var (hangs, wakes) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var first = new Running(test, Options with { Places = 1 }, new Counting
        {
            BeforeStep = async next =>
            {
                if (next != 30) return;
                hangs.TrySetResult();
                await wakes.Task;
            },
        });
        await hangs.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        await using var second = new Running(test, new Counting());
        await Until(test, test.Tenant, id, row => row.Status == JobStatus.Completed);
        wakes.SetResult();
        await first.Idle();
        Assert.Equal(Enumerable.Range(0, 100), await Notes(test, test.Tenant, id));
        Assert.Equal(JobStatus.Completed, (await Job(test, test.Tenant, id)).Status);
    }

    [Fact]
    public async Task A_cancelled_job_stops_at_its_next_step_and_keeps_what_is_done()
    {
        await using var test = await TestDatabase.Create();
        var id = await Ask(test, test.Tenant, 1000);
        await using var runner = new Running(test, new Counting
        {
            BeforeStep = next => next == 40
                ? test.Database.Write<int>(new(test.Tenant, null), async (db, ct) =>
                    await db.Set<JobRow>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(r => r.CancelRequested, true), ct), Cancel)
                : Task.CompletedTask,
        });
        var job = await Until(test, test.Tenant, id, row => row.Status == JobStatus.Cancelled);
        Assert.Equal(40, job.Done);
        Assert.Equal(Enumerable.Range(0, 40), await Notes(test, test.Tenant, id));
    }

    [Fact]
    public async Task A_fault_fails_the_job_and_says_nothing_internal()
    {
        await using var test = await TestDatabase.Create();
        var id = await Ask(test, test.Tenant, 100);
        await using var runner = new Running(test, new Counting { BeforeStep = next => next == 20 ? throw new InvalidOperationException("secret") : Task.CompletedTask });
        var job = await Until(test, test.Tenant, id, row => row.Status == JobStatus.Failed);
        Assert.Equal("jobs/fault", job.ErrorCode);
        Assert.DoesNotContain("secret", job.ErrorDetail, StringComparison.Ordinal);
        Assert.Equal(20, job.Done);
    }

    [Fact]
    public async Task One_tenant_with_many_jobs_does_not_keep_another_waiting()
    {
        await using var test = await TestDatabase.Create();
        var (greedy, modest) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var order = new ConcurrentQueue<Guid>();
        for (var i = 0; i < 8; i++) await Ask(test, greedy, 5);
        var small = await Ask(test, modest, 5);
        var gate = new TaskCompletionSource();
        await using var runner = new Running(test, new Counting { BeforeStep = _ => gate.Task });
        var running = await Eventually.Get(async () =>
        {
            await using var db = test.Database.ReadAcrossTenants();
            return await db.Set<JobRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).Where(row => row.Status == JobStatus.Running).ToListAsync(Cancel);
        }, rows => rows.Count == 3);
        Assert.Equal(2, running.Count(row => row.TenantId == greedy));
        Assert.Equal(small, running.Single(row => row.TenantId == modest).Id);
        gate.SetResult();
        await Until(test, modest, small, row => row.Status == JobStatus.Completed);
    }

    [Fact]
    public async Task A_job_of_a_kind_that_nobody_does_fails_with_its_reason()
    {
        await using var test = await TestDatabase.Create();
        var id = await Ask(test, test.Tenant, 1);
        await using var runner = new Running(test);
        Assert.Equal("jobs/kind-unknown", (await Until(test, test.Tenant, id, row => row.Status == JobStatus.Failed)).ErrorCode);
    }

    static async Task<Guid> Ask(TestDatabase test, Guid tenant, int until)
    {
        using var queue = new JobQueue(test.Database, Options, TimeProvider.System);
        return (await test.Database.Write<Guid>(new(tenant, test.Member),
            (db, _) => Task.FromResult<Outcome<Guid>>(queue.Add(db, "count", new Counting.Asked(until)).Id), Cancel)).Value;
    }

    static async Task<List<int>> Notes(TestDatabase test, Guid tenant, Guid job)
    {
        await using var db = test.Database.Read(tenant);
        return await db.Set<Note>().Where(note => note.Text == $"{job}").OrderBy(note => note.Rank).Select(note => note.Rank).ToListAsync(Cancel);
    }

    static async Task<JobRow> Job(TestDatabase test, Guid tenant, Guid id)
    {
        await using var db = test.Database.Read(tenant);
        return await db.Set<JobRow>().AsNoTracking().SingleAsync(row => row.Id == id, Cancel);
    }

    static Task<JobRow> Until(TestDatabase test, Guid tenant, Guid id, Func<JobRow, bool> condition) =>
        Eventually.Get(() => Job(test, tenant, id), condition);

    sealed class Running : IAsyncDisposable
    {
        readonly JobQueue _queue;
        readonly JobRunner _runner;
        bool _abandoned;

        public Running(TestDatabase test, params IJobKind[] kinds)
            : this(test, Options, kinds)
        {
        }

        public Running(TestDatabase test, JobOptions options, params IJobKind[] kinds)
        {
            _queue = new JobQueue(test.Database, options, TimeProvider.System);
            _runner = new JobRunner(_queue, kinds, ModuleGuard.Open, test.Database, options, TimeProvider.System, NullLogger<JobRunner>.Instance);
            _ = _runner.StartAsync(CancellationToken.None);
        }

        public void Abandon() => _abandoned = true;

        public Task Idle() => Eventually.Get(() => Task.FromResult(_runner.RunningCount), count => count == 0);

        public async ValueTask DisposeAsync()
        {
            if (_abandoned) return;
            await _runner.StopAsync(new CancellationTokenSource(TimeSpan.FromSeconds(5)).Token);
            _runner.Dispose();
            _queue.Dispose();
        }
    }
}

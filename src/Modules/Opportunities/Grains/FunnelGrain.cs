using System.Collections.Frozen;
using System.Data;
using System.Text.Json;
using Crm.Contracts.Opportunities;
using Crm.Contracts.Organization;
using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Opportunities.UseCases;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Crm.Opportunities.Grains;

/// <summary>
/// Pulls changes from the history by commit position and keeps the sums. It never calls an opportunity's grain, and nobody needs to tell
/// it anything but "now": a lost hint costs a second.
/// </summary>
internal sealed class FunnelGrain(
    Database database, FunnelReader reader, IOrganizationDirectory organization, FunnelRendering rendering, TimeProvider clock, ILogger<FunnelGrain> log) : Grain, IFunnelGrain
{
    const int RebuildAboveRows = 200_000;
    const int CachedAnswers = 512;
    static readonly TimeSpan PullEvery = TimeSpan.FromSeconds(1);
    static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(1);

    readonly Dictionary<CacheKey, FunnelAnswer> _answers = [];
    LiveFunnel _funnel = new();
    MethodChoices _sellsBy = new([]);
    CommitPosition _position;
    CommitPosition _settled;
    DateTime _asOf;
    long _revision;
    bool _rebuild;
    Task? _pulling;
    Task? _pullAfter;
    TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Guid TenantId => this.GetPrimaryKey();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Rebuild();
        this.RegisterGrainTimer(static (grain, _) => grain.Tick(), this, new GrainTimerCreationOptions(PullEvery, PullEvery) { Interleave = true });
        this.RegisterGrainTimer(static (grain, _) => grain.Check(), this, new GrainTimerCreationOptions(CheckEvery, CheckEvery) { Interleave = true });
    }

    public Task Pull()
    {
        // A pull under way may have read before the caller's commit: the caller waits for the one after it.
        if (_pulling is { IsCompleted: false } running) return _pullAfter ??= After(running);
        return _pulling = PullOnce();
    }

    public ValueTask<FunnelAnswer> Read(FunnelQuery query)
    {
        var key = new CacheKey(query.Scope, query.ByBand, query.OwnerId, query.DepartmentId, query.Currency, query.ProductId, query.Language);
        return _answers.TryGetValue(key, out var answer) ? ValueTask.FromResult(answer) : Rendered(key, query);
    }

    public async Task<long> WaitForChange(long seenRevision, TimeSpan patience)
    {
        if (_revision != seenRevision) return _revision;
        await Task.WhenAny(_moved.Task, Task.Delay(patience, clock));
        return _revision;
    }

    public async Task ReadMethods()
    {
        await using var db = database.Read(TenantId);
        var sellsBy = await OpportunityTypes.Offered(db, CancellationToken.None);
        if (sellsBy.All.SequenceEqual(_sellsBy.All)) return;
        _sellsBy = sellsBy;
        _answers.Clear();
        Moved();
    }

    public async Task<bool> Check()
    {
        // The hint after a change of types may be lost too.
        await ReadMethods();
        await using var db = database.Read(TenantId);
        // One snapshot for both: what is open by the table, and what the history says that is not applied yet.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationFor(db.Engine));
        var open = db.Set<Opportunity>().Where(row => row.Status == OpportunityStatus.Open && row.ArchivedAt == null);
        var count = await open.CountAsync();
        var versions = await open.SumAsync(row => (long)row.Version);
        var position = _settled;
        var waiting = (await db.Set<HistoryRow>().After(db.Engine, position, long.MaxValue).Take(RebuildAboveRows).Select(FactsRow.From).ToListAsync())
            .Select(row => row.ToFacts()).ToList();
        if (position != _settled || _funnel.After(waiting) == (count, versions)) return true;
        log.LogError("The funnel of tenant {Tenant} differs from its opportunities ({Count} and {Sum}); it is rebuilt", TenantId, count, versions);
        _rebuild = true;
        await Pull();
        return false;
    }

    async Task Tick()
    {
        try
        {
            await Pull();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogWarning(e, "The funnel of tenant {Tenant} could not be pulled; it tries again", TenantId);
        }
    }

    async Task After(Task running)
    {
        await running.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        _pullAfter = null;
        await (_pulling = PullOnce());
    }

    async Task PullOnce()
    {
        if (_rebuild)
        {
            await Rebuild();
            return;
        }
        var started = clock.UtcNow();
        await using var db = database.Read(TenantId);
        var read = await reader.After(db, _settled, RebuildAboveRows, CancellationToken.None);
        if (read.More) await Rebuild();
        else Apply(_funnel, read, started);
    }

    // No await in here: a read between two changes of one pull would see half of it.
    void Apply(LiveFunnel funnel, FunnelRows read, DateTime asOf)
    {
        var changed = !ReferenceEquals(_funnel, funnel);
        foreach (var (position, facts) in read.Rows)
        {
            // Rows that were not settled come again; the version tells.
            changed |= funnel.Apply(facts);
            if (position > _position) _position = position;
            if (facts.KnownAt > asOf) asOf = facts.KnownAt;
        }
        _settled = read.Settled;
        if (read.AllSettled) funnel.ForgetLeft();
        _funnel = funnel;
        if (asOf > _asOf) _asOf = asOf;
        _answers.Clear();
        if (changed) Moved();
    }

    void Moved()
    {
        _revision++;
        var moved = _moved;
        _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        moved.SetResult();
    }

    async Task Rebuild()
    {
        _rebuild = false;
        var started = clock.UtcNow();
        await using var db = database.Read(TenantId);
        _sellsBy = await OpportunityTypes.Offered(db, CancellationToken.None);
        var funnel = new LiveFunnel();
        var position = await FunnelReader.Head(db, CancellationToken.None);
        await foreach (var facts in FunnelReader.Open(db)) funnel.Apply(facts);
        while (true)
        {
            var read = await reader.After(db, position, RebuildAboveRows, CancellationToken.None);
            if (!read.More)
            {
                if (position > _position) _position = position;
                Apply(funnel, read, started);
                return;
            }
            foreach (var (_, facts) in read.Rows) funnel.Apply(facts);
            position = read.Rows[^1].Position;
        }
    }

    async ValueTask<FunnelAnswer> Rendered(CacheKey key, FunnelQuery query)
    {
        var tenant = await organization.Tenant(TenantId, CancellationToken.None) ?? throw new InvalidOperationException($"There is no tenant {TenantId}.");
        var slice = new FunnelSlice
        {
            Scope = query.Scope,
            OwnerId = query.OwnerId,
            Departments = query.Departments?.ToFrozenSet(),
            Currency = query.Currency,
            ProductId = query.ProductId,
        };
        var view = rendering.Render(_funnel.Cells, slice, _sellsBy, query.ByBand, query.Language, tenant, _asOf, _position);
        var answer = new FunnelAnswer { Json = JsonSerializer.SerializeToUtf8Bytes(view, ApiJson.Options), Revision = _revision };
        if (_answers.Count >= CachedAnswers) _answers.Clear();
        _answers[key] = answer;
        return answer;
    }

    static IsolationLevel IsolationFor(Engine engine) => engine switch
    {
        // The provider's word for BEGIN without taking the writer's lock; a reader sees one snapshot in WAL all the same.
        Engine.Sqlite => IsolationLevel.ReadUncommitted,
        Engine.SqlServer => IsolationLevel.Snapshot,
        _ => IsolationLevel.RepeatableRead,
    };

    readonly record struct CacheKey(
        Platform.Security.ScopeRule Scope, bool ByBand, Guid? OwnerId, Guid? DepartmentId, string? Currency, Guid? ProductId, string Language);
}

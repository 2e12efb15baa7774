using System.Reflection;
using System.Text.Json;
using Crm.Contracts;
using Crm.Contracts.Events;
using Crm.Platform.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Platform.Data;

/// <summary>
/// The one context, composed of every module's entity configurations. Its entities are internal to their modules, so no module can
/// name another's tables, yet one unit of work spans modules. Leased from <see cref="Data.Database"/>, never injected.
/// </summary>
public sealed class CrmDb(DbContextOptions<CrmDb> options) : DbContext(options), IUnitOfWork
{
    /// <summary>The name of the query filter that keeps tenants apart.</summary>
    public const string TenantFilter = "tenant";

    static readonly MethodInfo FilterMethod = typeof(CrmDb).GetMethod(nameof(FilterByTenant), BindingFlags.NonPublic | BindingFlags.Instance)!;

    public Engine Engine { get; } = EngineOf(options);

    public Guid TenantId { get; private set; }

    public Guid? ActorId { get; private set; }

    /// <summary>Set only for sign-in, relay, jobs and rebuilds: row-level security lets every tenant's rows through. The query filter still has to be lifted by name.</summary>
    public bool AcrossTenants { get; private set; }

    internal TimeProvider Clock { get; private set; } = TimeProvider.System;

    List<Action>? _afterCommit;
    SearchFeed? _search;

    /// <summary>
    /// Does something small in memory, such as waking whoever waits, once the unit of work is durable; never when it is rolled back. A node that
    /// dies in between does not do it: what must happen is an event.
    /// </summary>
    public void AfterCommit(Action action) => (_afterCommit ??= []).Add(action);

    /// <summary>What is to be done once the present unit of work is durable; the next one starts with nothing.</summary>
    internal IReadOnlyList<Action> TakeAfterCommit()
    {
        if (_afterCommit is not { } actions) return [];
        _afterCommit = null;
        return actions;
    }

    internal void Begin(Guid tenantId, Guid? actorId, TimeProvider clock, bool acrossTenants = false)
    {
        _afterCommit = null;
        TenantId = tenantId;
        ActorId = actorId;
        Clock = clock;
        AcrossTenants = acrossTenants;
    }

    /// <summary>Now, by the host's clock, in UTC to the microsecond.</summary>
    public DateTime UtcNow() => Clock.UtcNow();

    /// <summary>Adds the event to the outbox in the same save as what made it true.</summary>
    public void Publish(IEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        var now = UtcNow();
        Add(new OutboxRow
        {
            TenantId = TenantId,
            EventId = Guid.CreateVersion7(now),
            Name = EventNames.Of(@event.GetType()),
            RecordId = @event.RecordId,
            Payload = JsonSerializer.Serialize(@event, @event.GetType(), StoredJson.Options),
            At = now,
            ActorId = ActorId,
        });
    }

    /// <summary>Writes to the audit, in the same save, what no change of an audited row tells: a sign-in that failed, a job that was asked for.</summary>
    /// <param name="recordType">The kind of record it is about.</param>
    /// <param name="recordId">The record.</param>
    /// <param name="action">What was done, in the past tense: up to 20 letters.</param>
    /// <param name="facts">An anonymous object without personal data; its members are told as new values.</param>
    /// <param name="actorId">Who did it, when that is not the unit of work's actor.</param>
    public void Note(string recordType, Guid recordId, string action, object? facts = null, Guid? actorId = null) => Add(new AuditRow
    {
        TenantId = TenantId,
        At = UtcNow(),
        ActorId = actorId ?? ActorId,
        RecordType = recordType,
        RecordId = recordId,
        Action = action,
        Changes = AuditRow.ChangesOf(facts),
    });

    /// <summary>The search index, which follows every save; null where nothing is searched, as at design time.</summary>
    public SearchFeed? Search => _search ??= ((IInfrastructure<IServiceProvider>)this).Instance.GetService<IDbContextOptions>()?
        .FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<SearchFeed>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("A save waits for the database: SaveChangesAsync.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        SaveStamps.Apply(this);
        var touched = Search?.TouchedBy(this);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (touched is { Count: > 0 }) await SearchFeed.Put(this, touched, cancellationToken);
        return saved;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();
        if (Engine != Engine.PostgreSql)
        {
            configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>()
                .HaveColumnType(Engine == Engine.Sqlite ? "BLOB" : "binary(16)");
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PlatformModel.Configure(modelBuilder, Engine);
        foreach (var module in this.GetService<ModelParts>().Modules)
        {
            module.ConfigureModel(modelBuilder, Engine);
        }
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(t => !t.IsOwned()).ToList())
        {
            if (!typeof(ITenantOwned).IsAssignableFrom(type.ClrType))
                throw new InvalidOperationException($"{type.ClrType.Name} belongs to no tenant.");
            if (type.BaseType is not null) continue;
            FilterMethod.MakeGenericMethod(type.ClrType).Invoke(this, [modelBuilder]);
            if (typeof(Entity).IsAssignableFrom(type.ClrType))
            {
                modelBuilder.Entity(type.ClrType).Property(nameof(Entity.Version)).IsConcurrencyToken();
            }
        }
    }

    void FilterByTenant<T>(ModelBuilder model)
        where T : class, ITenantOwned =>
        model.Entity<T>().HasQueryFilter(TenantFilter, row => row.TenantId == TenantId);

    static Engine EngineOf(DbContextOptions options)
    {
        foreach (var extension in options.Extensions.Where(e => e.Info.IsDatabaseProvider))
        {
            var provider = extension.GetType().Assembly.GetName().Name!;
            return provider.Contains("Sqlite", StringComparison.Ordinal) ? Engine.Sqlite
                : provider.Contains("SqlServer", StringComparison.Ordinal) ? Engine.SqlServer
                : Engine.PostgreSql;
        }
        throw new InvalidOperationException("No database engine is configured.");
    }
}

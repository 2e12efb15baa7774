using System.Globalization;
using Crm.Platform.Data;
using Crm.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crm.Platform.Search;

/// <summary>At start: asks for the jobs that put in what is not in the index yet, because a kind is new or its text or terms are made otherwise.</summary>
sealed partial class KeepSearchWhole(SearchFeed feed, Database database, JobQueue queue, TimeProvider clock, ILogger<KeepSearchWhole> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Ask(stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                NotAsked(log, e);
            }
            try
            {
                await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Safe to do twice: a job that finds everything in its place changes nothing.</summary>
    /// <returns>How many jobs were asked for.</returns>
    internal async Task<int> Ask(CancellationToken ct)
    {
        var asked = 0;
        foreach (var kind in feed.Kinds)
        {
            var version = VersionOf(kind);
            List<Guid> tenants;
            await using (var db = database.ReadAcrossTenants())
            {
                if (await db.Set<SearchStateRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).AnyAsync(row => row.Kind == kind.Name && row.Version == version, ct)) continue;
                tenants = [.. await kind.Tenants(db, ct)];
            }
            foreach (var tenant in tenants)
            {
                await database.Write<Nothing>(new WriteContext(tenant, null), (db, _) =>
                {
                    queue.Add(db, BuildSearch.KindName, new BuildSearch.Input(kind.Name, version));
                    return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
                }, ct);
                asked++;
            }
            await Note(kind, version, ct);
        }
        if (asked > 0) queue.Wake();
        return asked;
    }

    Task Note(ISearchKind kind, string version, CancellationToken ct) => database.WriteAcrossTenants<Nothing>(async (db, inner) =>
    {
        var row = await db.Set<SearchStateRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).AsTracking().SingleOrDefaultAsync(one => one.Kind == kind.Name, inner);
        if (row is null) db.Add(row = new SearchStateRow { Kind = kind.Name, Version = version });
        (row.Version, row.At) = (version, clock.UtcNow());
        return Nothing.Value;
    }, ct);

    static string VersionOf(ISearchKind kind) => string.Create(CultureInfo.InvariantCulture, $"{kind.Version}.{SearchTerm.Generation}");

    [LoggerMessage(LogLevel.Warning, "What is missing in the search index could not be asked for; trying again.")]
    static partial void NotAsked(ILogger log, Exception e);
}

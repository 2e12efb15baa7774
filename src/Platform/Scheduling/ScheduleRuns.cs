using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Crm.Platform.Scheduling;

/// <summary>Runs scheduled work and writes down how it ended.</summary>
public sealed partial class ScheduleRuns(Database database, TimeProvider clock, ILogger<ScheduleRuns> log)
{
    /// <summary>A failure is written down and not thrown: the next time comes anyway. Only being stopped is thrown.</summary>
    public async Task Run(IScheduledWork work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var started = clock.UtcNow();
        var (outcome, isFailed) = ("", false);
        try
        {
            outcome = await work.Run(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            WorkFailed(log, e, work.Name);
            // The log has the rest: an administrator of a tenant reads this.
            (outcome, isFailed) = ($"Failed with {e.GetType().Name}; the log of the host says more.", true);
        }
        await Save(work.Name, started, outcome, isFailed, ct);
    }

    public async Task<IReadOnlyDictionary<string, ScheduleRow>> Last(CancellationToken ct)
    {
        await using var db = database.ReadAcrossTenants();
        return await db.Set<ScheduleRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).AsNoTracking().ToDictionaryAsync(row => row.Name, ct);
    }

    async Task Save(string name, DateTime started, string outcome, bool isFailed, CancellationToken ct)
    {
        var ended = clock.UtcNow();
        await database.WriteAcrossTenants<Nothing>(async (db, inner) =>
        {
            var row = await db.Set<ScheduleRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).AsTracking().SingleOrDefaultAsync(r => r.Name == name, inner);
            if (row is null) db.Add(row = new ScheduleRow { Name = name });
            (row.StartedAt, row.EndedAt, row.IsFailed) = (started, ended, isFailed);
            row.Outcome = outcome.Length <= ScheduleModel.OutcomeLength ? outcome : outcome[..ScheduleModel.OutcomeLength];
            row.Runs++;
            return Nothing.Value;
        }, ct);
    }

    [LoggerMessage(LogLevel.Error, "The scheduled work {Name} failed.")]
    static partial void WorkFailed(ILogger log, Exception e, string name);
}

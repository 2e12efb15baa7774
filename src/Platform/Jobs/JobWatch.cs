using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Jobs;

/// <summary>What one follower of a tenant's jobs has been told, and what is new since: unfinished jobs at first, then each that moves.</summary>
public sealed class JobWatch(Database database, TimeProvider clock)
{
    const int Most = 50;

    readonly DateTime _since = clock.UtcNow();
    readonly Dictionary<Guid, Told> _told = [];

    /// <summary>The jobs that the caller may see and that have moved since the last look, oldest first, without their rows.</summary>
    public async Task<IReadOnlyList<JobView>> Look(Caller caller, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var visible = JobAccess.Visible(db, caller);
        var seen = new Dictionary<Guid, JobRow>();
        Add(await visible.Where(row => row.Status == JobStatus.Queued || row.Status == JobStatus.Running).OrderBy(row => row.CreatedAt).Take(Most).ToListAsync(ct));
        // Those that began and ended between two looks, and the end of those that were told of before.
        Add(await visible.Where(row => row.CreatedAt >= _since).OrderByDescending(row => row.CreatedAt).Take(Most).ToListAsync(ct));
        var open = _told.Where(pair => !pair.Value.HasEnded && !seen.ContainsKey(pair.Key)).Select(pair => pair.Key).ToArray();
        if (open.Length > 0) Add(await visible.Where(row => open.Contains(row.Id)).ToListAsync(ct));
        return [.. seen.Values.Where(IsNews).OrderBy(row => row.CreatedAt).Select(JobView.Of)];

        void Add(List<JobRow> rows)
        {
            foreach (var row in rows) seen[row.Id] = row;
        }
    }

    bool IsNews(JobRow row)
    {
        var now = new Told(row.Status, row.Done, row.Total);
        if (_told.TryGetValue(row.Id, out var before) && before == now) return false;
        _told[row.Id] = now;
        return true;
    }

    readonly record struct Told(JobStatus Status, long Done, long? Total)
    {
        public bool HasEnded => Status is JobStatus.Completed or JobStatus.Failed or JobStatus.Cancelled;
    }
}

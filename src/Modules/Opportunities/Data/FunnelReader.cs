using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Data;

/// <summary>History rows as the figures need them, in commit order.</summary>
internal static class FunnelReader
{
    const int PageRows = 2_000;

    /// <summary>
    /// Every row after a position that is committed by now. Those at or above the horizon are told but not settled: a row may still
    /// commit before them, so the next reading starts at <c>Settled</c> and meets them again.
    /// </summary>
    public static async Task<FunnelRows> After(CrmDb db, CommitPosition position, int limit, CancellationToken cancellation)
    {
        var horizon = await db.Horizon(cancellation);
        var rows = new List<(CommitPosition, HistoryFacts)>();
        var settled = position;
        while (rows.Count < limit)
        {
            var page = await db.Set<HistoryRow>().After(db.Engine, position, long.MaxValue).Take(PageRows).Select(FactsRow.From).ToListAsync(cancellation);
            foreach (var row in page)
            {
                rows.Add((row.Position, row.ToFacts()));
                if (row.Major < horizon) settled = row.Position;
            }
            if (page.Count < PageRows) return new FunnelRows(rows, settled, More: false);
            position = page[^1].Position;
        }
        return new FunnelRows(rows, settled, More: true);
    }

    /// <summary>The last final position.</summary>
    public static async Task<CommitPosition> Head(CrmDb db, CancellationToken cancellation)
    {
        var horizon = await db.Horizon(cancellation);
        var rows = db.Set<HistoryRow>().AsQueryable();
        var last = db.Engine == Engine.Sqlite
            ? await rows.OrderByDescending(row => row.Seq).Select(row => new { row.Major, row.Seq }).FirstOrDefaultAsync(cancellation)
            : await rows.Where(row => row.Major < horizon).OrderByDescending(row => row.Major).ThenByDescending(row => row.Seq)
                .Select(row => new { row.Major, row.Seq }).FirstOrDefaultAsync(cancellation);
        return last is null ? CommitPosition.Start : new CommitPosition(last.Major, last.Seq);
    }

    /// <summary>The latest facts of every opportunity in the pipeline, streamed.</summary>
    public static IAsyncEnumerable<HistoryFacts> Open(CrmDb db) =>
        (from opportunity in db.Set<Opportunity>()
         join history in db.Set<HistoryRow>()
             on new { OpportunityId = opportunity.Id, opportunity.Version } equals new { history.OpportunityId, history.Version }
         where opportunity.Status == OpportunityStatus.Open && opportunity.ArchivedAt == null
         select history).Select(FactsRow.From).AsAsyncEnumerable().Select(row => row.ToFacts());
}

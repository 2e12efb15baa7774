using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Data;

/// <summary>History rows as the figures need them, in commit order.</summary>
internal static class FunnelReader
{
    const int PageRows = 2_000;

    /// <summary>The rows after a position up to what is final by now, and the position reached.</summary>
    public static async Task<(List<(CommitPosition Position, HistoryFacts Facts)> Rows, bool More)> After(
        CrmDb db, CommitPosition position, int limit, CancellationToken cancellation)
    {
        var horizon = await db.Horizon(cancellation);
        var rows = new List<(CommitPosition, HistoryFacts)>();
        while (rows.Count < limit)
        {
            var page = await db.Set<HistoryRow>().After(db.Engine, position, horizon).Take(PageRows).Select(FactsRow.From).ToListAsync(cancellation);
            foreach (var row in page) rows.Add((row.Position, row.ToFacts()));
            if (page.Count < PageRows) return (rows, false);
            position = page[^1].Position;
        }
        return (rows, true);
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

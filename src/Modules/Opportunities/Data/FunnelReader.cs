using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Data;

/// <summary>History rows as the figures need them, in commit order. The query that follows every change is compiled once per host.</summary>
internal sealed class FunnelReader(Database database)
{
    const int PageRows = 2_000;

    readonly Func<CrmDb, CommitPosition, IAsyncEnumerable<FactsRow>> _after =
        Positions.CompileAfter<HistoryRow, FactsRow>(database.Engine, FactsRow.From, PageRows);

    /// <summary>
    /// Every row after a position that is committed by now. Those at or above the horizon are told but not settled: a row may still
    /// commit before them, so the next reading starts at <c>Settled</c> and meets them again.
    /// </summary>
    public async Task<FunnelRows> After(CrmDb db, CommitPosition position, int limit, CancellationToken cancellation)
    {
        var horizon = await db.Horizon(cancellation);
        var rows = new List<(CommitPosition, HistoryFacts)>();
        var settled = position;
        while (rows.Count < limit)
        {
            var before = rows.Count;
            await foreach (var row in _after(db, position).WithCancellation(cancellation))
            {
                rows.Add((row.Position, row.ToFacts()));
                if (row.Major < horizon) settled = row.Position;
            }
            if (rows.Count - before < PageRows) return new FunnelRows(rows, settled, More: false);
            position = rows[^1].Item1;
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

using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Data;

/// <summary>The pipeline of a past moment and the steps between two, from the history rows alone.</summary>
internal static class PipelineReader
{
    /// <summary>The sums as of a moment, with the position and the instant of the last row that was known by then.</summary>
    public static async Task<(FunnelCells Cells, CommitPosition Position, DateTime? LastKnownAt)> AsOf(CrmDb db, PipelineMoment moment, CancellationToken cancellation)
    {
        var known = db.Set<HistoryRow>().Where(moment.Known(db.Engine));
        var cells = new FunnelCells();
        // The latest version known by then, where it stood in the pipeline.
        var latest = known.Where(row => row.InFunnel
            && !known.Any(later => later.OpportunityId == row.OpportunityId && later.Version == row.Version + 1));
        await foreach (var row in latest.Select(FactsRow.From).AsAsyncEnumerable().WithCancellation(cancellation)) cells.Step(null, row.ToFacts());
        var ordered = db.Engine == Engine.Sqlite
            ? known.OrderByDescending(row => row.Seq)
            : known.OrderByDescending(row => row.Major).ThenByDescending(row => row.Seq);
        var last = await ordered.Select(row => new { row.Major, row.Seq, row.KnownAt }).FirstOrDefaultAsync(cancellation);
        return (cells, last is null ? CommitPosition.Start : new CommitPosition(last.Major, last.Seq), last?.KnownAt);
    }

    /// <summary>Every change between two moments with the facts of the version before it, in the order in which they were known.</summary>
    public static async IAsyncEnumerable<(HistoryFacts? Former, HistoryFacts Present)> Between(
        CrmDb db, PipelineMoment from, PipelineMoment to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var early = db.Set<HistoryRow>().Where(from.Known(db.Engine));
        var changes = db.Set<HistoryRow>().Where(to.Known(db.Engine)).Where(row => !early.Any(known => known.Seq == row.Seq));
        // What stood before the first of an opportunity's changes; what stood before the others follows from the walk.
        var former = from row in changes
                     join before in early on new { row.OpportunityId, Version = row.Version - 1 } equals new { before.OpportunityId, before.Version }
                     select before;
        var known = new Dictionary<Guid, HistoryFacts>();
        await foreach (var row in former.Select(FactsRow.From).AsAsyncEnumerable().WithCancellation(cancellation)) known[row.OpportunityId] = row.ToFacts();
        await foreach (var row in changes.OrderBy(row => row.KnownAt).ThenBy(row => row.Version).Select(FactsRow.From).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var present = row.ToFacts();
            yield return (known.GetValueOrDefault(present.OpportunityId), present);
            known[present.OpportunityId] = present;
        }
    }
}

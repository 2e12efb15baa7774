using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Data;

/// <summary>Who entered which stage when, from the history rows, life by life.</summary>
internal static class StageEntries
{
    /// <summary>Each opportunity's entries of the time, in order of versions.</summary>
    /// <param name="db">Of the tenant.</param>
    /// <param name="visible">The opportunities that the caller may see.</param>
    /// <param name="fromUtc">The first instant.</param>
    /// <param name="untilUtc">The last instant.</param>
    /// <param name="most">How many entries are read; one more says that there are too many.</param>
    /// <param name="cancellation">Stops between rows.</param>
    public static async Task<List<StageEntry>> Between(
        CrmDb db, IQueryable<Opportunity> visible, DateTime fromUtc, DateTime untilUtc, int most, CancellationToken cancellation)
    {
        var rows = await Query(db, visible, fromUtc, untilUtc, most).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new StageEntry(row.OpportunityId, string.Intern(row.MethodId), string.Intern(row.Stage), row.Version, row.At,
                row.Status is OpportunityStatus.Won or OpportunityStatus.Lost or OpportunityStatus.Abandoned)),
        ];
    }

    internal static IQueryable<Row> Query(CrmDb db, IQueryable<Opportunity> visible, DateTime fromUtc, DateTime untilUtc, int most)
    {
        // Every version in a stage carries the instant at which the stage was entered; the first of them entered it.
        var entries = from row in db.Set<HistoryRow>()
                      where row.StageEnteredAt >= fromUtc && row.StageEnteredAt <= untilUtc
                      join opportunity in visible on row.OpportunityId equals opportunity.Id
                      group row.Version by new { row.OpportunityId, row.MethodId, row.Stage, row.StageEnteredAt, opportunity.Status } into versions
                      select new { versions.Key, First = versions.Min() };
        return entries.OrderBy(entry => entry.Key.OpportunityId).ThenBy(entry => entry.First).Take(most + 1).Select(entry => new Row
        {
            OpportunityId = entry.Key.OpportunityId,
            MethodId = entry.Key.MethodId,
            Stage = entry.Key.Stage,
            Version = entry.First,
            At = entry.Key.StageEnteredAt,
            Status = entry.Key.Status,
        });
    }

    internal sealed class Row
    {
        public Guid OpportunityId { get; init; }
        public string MethodId { get; init; } = "";
        public string Stage { get; init; } = "";
        public int Version { get; init; }
        public DateTime At { get; init; }
        public OpportunityStatus Status { get; init; }
    }
}

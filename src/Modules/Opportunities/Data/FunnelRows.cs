using Crm.Opportunities.Domain;
using Crm.Platform.Data;

namespace Crm.Opportunities.Data;

/// <summary>Rows in commit order.</summary>
/// <param name="Rows">Each with where it stands.</param>
/// <param name="Settled">Nothing can still appear at or before it: where the next reading starts.</param>
/// <param name="More">There were more than the limit.</param>
internal sealed record FunnelRows(IReadOnlyList<(CommitPosition Position, HistoryFacts Facts)> Rows, CommitPosition Settled, bool More)
{
    /// <summary>Whether every row is settled.</summary>
    public bool AllSettled => Rows.Count == 0 || Rows[^1].Position <= Settled;
}

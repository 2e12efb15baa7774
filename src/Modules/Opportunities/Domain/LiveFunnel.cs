namespace Crm.Opportunities.Domain;

/// <summary>
/// The open opportunities of a tenant and their sums, kept by changes that may arrive late or twice. The version decides: a change
/// that is not newer than what is known changes nothing, and what has left is remembered until no late change can bring it back.
/// </summary>
internal sealed class LiveFunnel
{
    readonly Dictionary<Guid, HistoryFacts> _open = [];
    readonly Dictionary<Guid, int> _left = [];

    public FunnelCells Cells { get; } = new();

    public int Count => _open.Count;

    public long VersionSum { get; private set; }

    /// <summary>Takes a change in; false when it was late or repeated.</summary>
    public bool Apply(HistoryFacts facts)
    {
        _open.TryGetValue(facts.OpportunityId, out var known);
        var knownVersion = known?.Version ?? _left.GetValueOrDefault(facts.OpportunityId);
        if (facts.Version <= knownVersion) return false;
        Cells.Step(known, facts);
        VersionSum += (facts.InFunnel ? facts.Version : 0) - (known?.Version ?? 0);
        if (facts.InFunnel)
        {
            _open[facts.OpportunityId] = facts;
            _left.Remove(facts.OpportunityId);
        }
        else
        {
            _open.Remove(facts.OpportunityId);
            _left[facts.OpportunityId] = facts.Version;
        }
        return true;
    }

    /// <summary>Everything committed up to here has been taken in: no late change is left that could bring one back.</summary>
    public void ForgetLeft() => _left.Clear();

    /// <summary>What count and sum of versions would be after further changes, without taking them in.</summary>
    public (int Count, long VersionSum) After(IEnumerable<HistoryFacts> changes)
    {
        var latest = new Dictionary<Guid, HistoryFacts>();
        foreach (var change in changes)
        {
            if (!latest.TryGetValue(change.OpportunityId, out var other) || change.Version > other.Version) latest[change.OpportunityId] = change;
        }
        var (count, sum) = (Count, VersionSum);
        foreach (var (id, change) in latest)
        {
            _open.TryGetValue(id, out var known);
            if (change.Version <= (known?.Version ?? _left.GetValueOrDefault(id))) continue;
            count += (change.InFunnel ? 1 : 0) - (known is null ? 0 : 1);
            sum += (change.InFunnel ? change.Version : 0) - (known?.Version ?? 0);
        }
        return (count, sum);
    }
}

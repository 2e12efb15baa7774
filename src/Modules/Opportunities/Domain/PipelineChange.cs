using Crm.Contracts.Opportunities;

namespace Crm.Opportunities.Domain;

/// <summary>
/// What happened to a pipeline between two moments, step by step: closing = opening + new + reopened + movedIn + grown + revalued
/// − won − lost − abandoned − heldOut − shrunk − movedOut, in amount for any slice, and in count without grown, shrunk and revalued.
/// </summary>
internal sealed class PipelineChange(FunnelSlice slice)
{
    readonly Dictionary<PipelineTerm, (int Count, Int128 AmountE4)> _terms = [];
    readonly Dictionary<Guid, PipelineStep> _slipped = [];
    Int128 _slippedE4;

    /// <summary>Which opportunity moved which term by how much. In the order of the steps.</summary>
    public List<PipelineStep> Steps { get; } = [];

    public (int Count, Int128 AmountE4) this[PipelineTerm term] => _terms.GetValueOrDefault(term);

    /// <summary>Open opportunities whose close date was pushed, each once, with the amount it had at its last push. A memo: no part of the identity.</summary>
    public (int Count, Int128 AmountE4) Slipped => (_slipped.Count, _slippedE4);

    /// <summary>The last push of each opportunity that slipped.</summary>
    public IReadOnlyCollection<PipelineStep> Slips => _slipped.Values;

    /// <summary>Net effect of every term, in count and in amount.</summary>
    public (int Count, Int128 AmountE4) Net => _terms.Aggregate((Count: 0, AmountE4: Int128.Zero), (sum, term) => (
        sum.Count + (term.Key is PipelineTerm.Grown or PipelineTerm.Shrunk or PipelineTerm.Revalued ? 0 : Sign(term.Key) * term.Value.Count),
        sum.AmountE4 + Sign(term.Key) * term.Value.AmountE4));

    /// <summary>One step of one opportunity, from the facts of the version before it to its own.</summary>
    public void Step(HistoryFacts? former, HistoryFacts present)
    {
        switch (slice.Of(former), slice.Of(present))
        {
            case (null, { } now):
                Book(Entry(former), present, now.AmountE4);
                break;
            case ({ } was, null):
                Book(Exit(present), present, was.AmountE4);
                break;
            case ({ } was, { } now):
                if (now.AmountE4 != was.AmountE4) Book(Growth(present, now.AmountE4 - was.AmountE4), present, Size(present, now.AmountE4 - was.AmountE4));
                if (present.CloseDate > former!.CloseDate) Slip(present, now.AmountE4);
                break;
        }
    }

    static int Sign(PipelineTerm term) => term is
        PipelineTerm.New or PipelineTerm.Reopened or PipelineTerm.MovedIn or PipelineTerm.Grown or PipelineTerm.Revalued ? 1 : -1;

    static PipelineTerm Entry(HistoryFacts? former) => former switch
    {
        null => PipelineTerm.New,
        { InFunnel: true } => PipelineTerm.MovedIn,
        { Status: OpportunityStatus.Open } => PipelineTerm.MovedIn,
        _ => PipelineTerm.Reopened,
    };

    static PipelineTerm Exit(HistoryFacts present) => present.Status switch
    {
        OpportunityStatus.Won => PipelineTerm.Won,
        OpportunityStatus.Lost => PipelineTerm.Lost,
        OpportunityStatus.Abandoned => PipelineTerm.Abandoned,
        OpportunityStatus.OnHold => PipelineTerm.HeldOut,
        _ => PipelineTerm.MovedOut,
    };

    static PipelineTerm Growth(HistoryFacts present, long differenceE4) =>
        present.Kind == ChangeKind.Revalued ? PipelineTerm.Revalued : differenceE4 > 0 ? PipelineTerm.Grown : PipelineTerm.Shrunk;

    static long Size(HistoryFacts present, long differenceE4) =>
        present.Kind == ChangeKind.Revalued ? differenceE4 : Math.Abs(differenceE4);

    void Book(PipelineTerm term, HistoryFacts present, long amountE4)
    {
        var (count, sum) = _terms.GetValueOrDefault(term);
        _terms[term] = (count + 1, sum + amountE4);
        Steps.Add(new PipelineStep(present.OpportunityId, term, amountE4, present.KnownAt, present.Version));
    }

    void Slip(HistoryFacts present, long amountE4)
    {
        _slippedE4 += amountE4 - (_slipped.GetValueOrDefault(present.OpportunityId)?.AmountE4 ?? 0);
        _slipped[present.OpportunityId] = new PipelineStep(present.OpportunityId, PipelineTerm.Slipped, amountE4, present.KnownAt, present.Version);
    }
}

namespace Crm.Opportunities.Domain;

/// <summary>
/// Counts how many opportunities that entered a stage in a cohort entered another one later, within the tenant's conversion window.
/// One is resolved for a pair of stages when it has entered the second, is closed, or has used its window up; one that may still
/// convert is no evidence either way and stays out of the rate.
/// </summary>
internal sealed class ConversionCount(DateTime fromUtc, DateTime toUtc, DateTime nowUtc, TimeSpan window)
{
    readonly Dictionary<(string MethodId, string Stage), Cohort> _cohorts = [];

    /// <summary>Counts one opportunity.</summary>
    /// <param name="life">Every stage it entered since the cohort began, in order of versions.</param>
    public void Add(IReadOnlyList<StageEntry> life)
    {
        for (var i = 0; i < life.Count; i++)
        {
            var entry = life[i];
            if (entry.At < fromUtc || entry.At >= toUtc || CameBefore(life, i)) continue;
            var key = (entry.MethodId, entry.Stage);
            if (!_cohorts.TryGetValue(key, out var cohort)) _cohorts.Add(key, cohort = new Cohort());
            var end = entry.At + window;
            cohort.Add(entry.IsClosed || end <= nowUtc, life.Skip(i + 1).Where(later => later.At <= end && later.MethodId == entry.MethodId && later.Stage != entry.Stage)
                .Select(later => later.Stage).Distinct(StringComparer.Ordinal));
        }
    }

    public Conversion Of(string methodId, string fromStage, string toStage) =>
        _cohorts.TryGetValue((methodId, fromStage), out var cohort) ? cohort.To(toStage) : default;

    // The first time in the cohort counts: whoever was moved back and comes again is not two.
    bool CameBefore(IReadOnlyList<StageEntry> life, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (life[i].Stage == life[index].Stage && life[i].MethodId == life[index].MethodId && life[i].At >= fromUtc && life[i].At < toUtc) return true;
        }
        return false;
    }

    sealed class Cohort
    {
        readonly Dictionary<string, (int All, int Unsettled)> _converted = new(StringComparer.Ordinal);
        int _entered;
        int _settled;

        public void Add(bool isSettled, IEnumerable<string> laterStages)
        {
            _entered++;
            if (isSettled) _settled++;
            foreach (var stage in laterStages)
            {
                var (all, unsettled) = _converted.GetValueOrDefault(stage);
                _converted[stage] = (all + 1, unsettled + (isSettled ? 0 : 1));
            }
        }

        public Conversion To(string stage)
        {
            var (all, unsettled) = _converted.GetValueOrDefault(stage);
            return new Conversion(_entered, _settled + unsettled, all);
        }
    }
}

/// <summary>From one stage to a later one.</summary>
/// <param name="Entered">How many entered the first stage in the cohort.</param>
/// <param name="Resolved">Of those, how many are decided: the n of the rate.</param>
/// <param name="Converted">Of those, how many entered the second stage within the window.</param>
internal readonly record struct Conversion(int Entered, int Resolved, int Converted)
{
    /// <summary>Below this many a rate says little.</summary>
    public const int EnoughResolved = 30;

    /// <summary>0 to 1 in four decimals; null when nobody is resolved.</summary>
    public decimal? Rate => Resolved == 0 ? null : Math.Round((decimal)Converted / Resolved, 4, MidpointRounding.AwayFromZero);

    public bool IsSmall => Resolved < EnoughResolved;
}

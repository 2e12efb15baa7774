namespace Crm.Opportunities.Domain;

/// <summary>How many entered on which day. Additive, so that a median over any union of cells is exact; as large as there are days, not opportunities.</summary>
internal sealed class DayHistogram
{
    readonly List<int> _days = [];
    readonly List<int> _counts = [];

    public int Count { get; private set; }

    /// <summary>The days that somebody entered on, ascending, with how many.</summary>
    public IEnumerable<(int Day, int Count)> Days => _days.Zip(_counts);

    public void Add(int day, int count)
    {
        if (count == 0) return;
        Count += count;
        // New entries fall on the last days, so the search starts at the end.
        var at = _days.Count > 0 && _days[^1] == day ? _days.Count - 1 : _days.Count == 0 || _days[^1] < day ? ~_days.Count : _days.BinarySearch(day);
        if (at < 0)
        {
            _days.Insert(~at, day);
            _counts.Insert(~at, count);
        }
        else if ((_counts[at] += count) == 0)
        {
            _days.RemoveAt(at);
            _counts.RemoveAt(at);
        }
    }

    public void Add(DayHistogram other)
    {
        for (var i = 0; i < other._days.Count; i++) Add(other._days[i], other._counts[i]);
    }

    /// <summary>Median age in whole or half days; null when nobody entered.</summary>
    public decimal? MedianAge(int today)
    {
        if (Count <= 0) return null;
        var upper = Ranked(Count / 2);
        var day = Count % 2 == 1 ? upper : (Ranked(Count / 2 - 1) + upper) / 2m;
        return Math.Max(0, today - day);
    }

    int Ranked(int rank)
    {
        for (var i = 0; i < _days.Count; i++)
        {
            if (rank < _counts[i]) return _days[i];
            rank -= _counts[i];
        }
        throw new InvalidOperationException("The counts do not add up to the count.");
    }
}

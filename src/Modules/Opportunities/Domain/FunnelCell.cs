namespace Crm.Opportunities.Domain;

/// <summary>Count and sums of the opportunities of one cell. Additive: taking out what was put in leaves nothing.</summary>
internal sealed class FunnelCell
{
    public int Count { get; private set; }

    /// <summary>Base amount at 4 decimals. Wide, because a million large deals overflow 64 bits.</summary>
    public Int128 AmountE4 { get; private set; }

    public Int128 WeightedE4 { get; private set; }

    public DayHistogram Entered { get; } = new();

    public bool IsEmpty => Count == 0 && AmountE4 == 0 && WeightedE4 == 0 && Entered.Count == 0;

    public void Add(int count, Int128 amountE4, Int128 weightedE4, int enteredDay)
    {
        Count += count;
        AmountE4 += amountE4;
        WeightedE4 += weightedE4;
        Entered.Add(enteredDay, count);
    }

    public void Add(FunnelCell other)
    {
        Count += other.Count;
        AmountE4 += other.AmountE4;
        WeightedE4 += other.WeightedE4;
        Entered.Add(other.Entered);
    }
}

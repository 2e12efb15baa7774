namespace Crm.Opportunities.Domain;

/// <summary>Cells by stage and currency. Cells that have become empty are dropped.</summary>
internal sealed class CellSet : Dictionary<StageCell, FunnelCell>
{
    public void Add(StageCell key, int count, Int128 amountE4, Int128 weightedE4, int enteredDay)
    {
        if (!TryGetValue(key, out var cell)) this[key] = cell = new FunnelCell();
        cell.Add(count, amountE4, weightedE4, enteredDay);
        if (cell.IsEmpty) Remove(key);
    }
}

namespace Crm.Opportunities.Domain;

/// <summary>
/// The same opportunities cut four ways, so that any data scope and filter is a sum of few cells: as a whole, per department, per owner
/// and department, and per team member with the owner and department the opportunity belongs to.
/// </summary>
internal sealed class FunnelBreakdown
{
    readonly CellSet _whole = [];
    readonly Dictionary<Guid, CellSet> _byDepartment = [];
    readonly Dictionary<Guid, Dictionary<Guid, CellSet>> _byOwner = [];
    readonly Dictionary<Guid, Dictionary<(Guid Owner, Guid Department), CellSet>> _byTeam = [];

    public void Add(HistoryFacts facts, Figures figures, int sign)
    {
        var key = new StageCell(facts.MethodId, facts.Stage, facts.Band, facts.Currency);
        var day = facts.EnteredOn.DayNumber;
        Int128 amount = sign * (Int128)figures.AmountE4, weighted = sign * (Int128)figures.WeightedE4;
        _whole.Add(key, sign, amount, weighted, day);
        Of(_byDepartment, facts.DepartmentId).Add(key, sign, amount, weighted, day);
        Of(Of(_byOwner, facts.OwnerId), facts.DepartmentId).Add(key, sign, amount, weighted, day);
        foreach (var member in facts.Team)
            Of(Of(_byTeam, member), (facts.OwnerId, facts.DepartmentId)).Add(key, sign, amount, weighted, day);
    }

    /// <summary>The cell sets whose union is the slice, each opportunity in exactly one of them.</summary>
    public IEnumerable<CellSet> Select(FunnelSlice slice)
    {
        var scope = slice.Scope;
        if (scope.Nothing && !scope.All) return [];
        return slice.OwnerId is { } owner ? OfOwner(slice, owner) : scope.All ? All(slice) : Scoped(slice);
    }

    IEnumerable<CellSet> All(FunnelSlice slice) => slice.Departments is null
        ? [_whole]
        : slice.Departments.Select(department => _byDepartment.GetValueOrDefault(department)).OfType<CellSet>();

    IEnumerable<CellSet> Scoped(FunnelSlice slice)
    {
        var scope = slice.Scope;
        foreach (var department in scope.Departments)
        {
            if (slice.Departments?.Contains(department) != false && _byDepartment.TryGetValue(department, out var cells)) yield return cells;
        }
        foreach (var (department, cells) in Of(_byOwner, scope.Me, keep: false))
        {
            if (!scope.Departments.Contains(department) && slice.Departments?.Contains(department) != false) yield return cells;
        }
        foreach (var ((owner, department), cells) in Of(_byTeam, scope.Me, keep: false))
        {
            if (owner != scope.Me && !scope.Departments.Contains(department) && slice.Departments?.Contains(department) != false) yield return cells;
        }
    }

    IEnumerable<CellSet> OfOwner(FunnelSlice slice, Guid owner)
    {
        var scope = slice.Scope;
        foreach (var (department, cells) in Of(_byOwner, owner, keep: false))
        {
            if (slice.Departments?.Contains(department) != false && scope.Sees(owner, department)) yield return cells;
        }
        if (scope.All) yield break;
        foreach (var ((teamOwner, department), cells) in Of(_byTeam, scope.Me, keep: false))
        {
            if (teamOwner == owner && slice.Departments?.Contains(department) != false && !scope.Sees(owner, department)) yield return cells;
        }
    }

    static TValue Of<TKey, TValue>(Dictionary<TKey, TValue> cells, TKey key, bool keep = true)
        where TKey : notnull
        where TValue : new()
    {
        if (cells.TryGetValue(key, out var found)) return found;
        var made = new TValue();
        if (keep) cells[key] = made;
        return made;
    }
}

using System.Collections.Frozen;

namespace Crm.Platform.Security;

/// <summary>A member's data scope for one kind of record, resolved: the one rule that queries, grains, funnel sums and streams apply.</summary>
public sealed record ScopeRule
{
    public static readonly ScopeRule Everything = new() { All = true };

    public bool All { get; init; }

    /// <summary>The member: own records are always seen, unless <see cref="Nothing"/>.</summary>
    public Guid Me { get; init; }

    public bool Nothing { get; init; }

    /// <summary>The departments whose records are seen.</summary>
    public FrozenSet<Guid> Departments { get; init; } = FrozenSet<Guid>.Empty;

    /// <summary>Equal when they see the same: a set of departments that was read again is another object with the same members.</summary>
    public bool Equals(ScopeRule? other) => other is not null && All == other.All && Nothing == other.Nothing && Me == other.Me
        && (ReferenceEquals(Departments, other.Departments) || Departments.SetEquals(other.Departments));

    public override int GetHashCode() => HashCode.Combine(All, Nothing, Me, Departments.Count);

    public bool Sees(Guid owner, Guid department, IEnumerable<Guid>? team = null) =>
        All || !Nothing && (owner == Me || Departments.Contains(department) || team?.Contains(Me) == true);
}

using System.Collections.Frozen;
using Crm.Platform.Security;

namespace Crm.Opportunities.Domain;

/// <summary>Which opportunities a reader asks for and which of them the reader may see.</summary>
internal sealed record FunnelSlice
{
    public required ScopeRule Scope { get; init; }
    public Guid? OwnerId { get; init; }

    /// <summary>The department asked for with everything below it; null when none was.</summary>
    public FrozenSet<Guid>? Departments { get; init; }
    public string? Currency { get; init; }

    /// <summary>When given, only what this product contributes counts.</summary>
    public Guid? ProductId { get; init; }

    /// <summary>Count and figures of an opportunity in this slice; null when it is outside of it.</summary>
    public Figures? Of(HistoryFacts? facts)
    {
        if (facts is not { InFunnel: true }
            || OwnerId is { } owner && facts.OwnerId != owner
            || Departments?.Contains(facts.DepartmentId) == false
            || Currency is not null && facts.Currency != Currency
            || !Scope.Sees(facts.OwnerId, facts.DepartmentId, facts.Team))
        {
            return null;
        }
        if (ProductId is not { } product) return new Figures(facts.BaseAmountE4, facts.WeightedE4);
        foreach (var share in facts.Products)
        {
            if (share.ProductId == product) return new Figures(share.BaseE4, share.WeightedE4);
        }
        return null;
    }
}

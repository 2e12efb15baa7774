using Crm.Contracts.Opportunities;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;

namespace Crm.Opportunities.Domain;

/// <summary>
/// An opportunity as it stands. Immutable: a decision returns the next state. Stored as it is, so that what is decided is what is
/// kept; scaled numbers are the record, decimals are read from them.
/// </summary>
internal sealed partial record Opportunity : ITenantOwned, IHasId, IScoped, ICustomized
{
    public Guid TenantId { get; set; }
    public Guid Id { get; init; }
    public int Version { get; init; }
    public DateTime CreatedAt { get; init; }
    public Guid? CreatedBy { get; init; }
    public DateTime UpdatedAt { get; init; }
    public Guid? UpdatedBy { get; init; }
    public DateTime? ArchivedAt { get; init; }

    public string Name { get; init; } = "";
    public Guid CustomerId { get; init; }
    public Guid? PrimaryContactId { get; init; }
    public Guid? SourceLeadId { get; init; }
    public OpportunityType Type { get; init; }
    public string MethodId { get; init; } = "";
    public string MethodVersion { get; init; } = "";

    public OpportunityStatus Status { get; init; }
    public string Stage { get; init; } = "";
    public FunnelBand Band { get; init; }
    public DateTime StageEnteredAt { get; init; }

    /// <summary>The open stage it stands in, or stood in when it was closed. Its defaults stand beside it, so that a missing method stops nobody from editing.</summary>
    public string OpenStage { get; init; } = "";
    public int StageProbabilityE4 { get; init; }
    public ForecastCategory StageCategory { get; init; }

    public AmountMode AmountMode { get; init; }
    public long AmountE4 { get; init; }
    public string CurrencyCode { get; init; } = "";

    /// <summary>Base units per unit of the currency, frozen until the currency changes or the opportunity is revalued.</summary>
    public long RateE10 { get; init; }
    public string BaseCurrencyCode { get; init; } = "";
    public long BaseAmountE4 { get; init; }

    /// <summary>Base amount by probability, rounded. Stored, never computed in SQL.</summary>
    public long WeightedE4 { get; init; }
    public IReadOnlyList<OpportunityLine> Lines { get; init; } = [];

    public ProbabilityMode ProbabilityMode { get; init; }
    public int ProbabilityE4 { get; init; }
    public int? ManualProbabilityE4 { get; init; }
    public string? ProbabilityReason { get; init; }
    public ForecastCategory Category { get; init; }
    public ForecastCategory? ManualCategory { get; init; }

    public DateOnly? CloseDate { get; init; }
    public DateOnly? OriginalCloseDate { get; init; }

    /// <summary>Sort key of the close date: its day number, the largest when there is none.</summary>
    public int CloseDay { get; init; } = int.MaxValue;
    public int SlipCount { get; init; }
    public int DaysSlipped { get; init; }

    public long? BudgetE4 { get; init; }
    public string? Need { get; init; }
    public string? Timeline { get; init; }
    public string? NextStep { get; init; }
    public DateOnly? NextStepDate { get; init; }

    public Guid OwnerId { get; init; }
    public Guid DepartmentId { get; init; }
    public IReadOnlyList<TeamMember> Team { get; init; } = [];

    public DateTime? ClosedAt { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public string? CloseReason { get; init; }
    public string? WinnerCompetitor { get; init; }

    public string? Custom { get; init; }

    /// <summary>Of the present only: the history keeps no value that names a person.</summary>
    public string? CustomPersonal { get; init; }

    public string? ExternalSource { get; init; }
    public string? ExternalId { get; init; }

    /// <summary>Hash of the row it was taken in from, to tell a repeated row from a changed one.</summary>
    public string? ExternalHash { get; init; }

    public Currency Currency => Currency.Parse(CurrencyCode);
    public Currency BaseCurrency => Currency.Parse(BaseCurrencyCode);
    public decimal Amount => Scaled.Amount(AmountE4);
    public decimal BaseAmount => Scaled.Amount(BaseAmountE4);
    public decimal Weighted => Scaled.Amount(WeightedE4);
    public decimal Rate => Scaled.Rate(RateE10);
    public decimal Probability => ProbabilityE4 / 10_000m;
    public bool IsClosed => Status is OpportunityStatus.Won or OpportunityStatus.Lost or OpportunityStatus.Abandoned;

    /// <summary>Whether it counts in the pipeline: open and not archived.</summary>
    public bool InFunnel => Status == OpportunityStatus.Open && ArchivedAt is null;

    /// <summary>What each product contributes. In lines mode the shares add up to the whole, remainders by largest remainder.</summary>
    public IReadOnlyList<ProductShare> Shares()
    {
        if (Lines.Count == 0) return [];
        var amounts = new SortedDictionary<Guid, decimal>();
        foreach (var line in Lines) amounts[line.ProductId] = amounts.GetValueOrDefault(line.ProductId) + line.Amount;
        var products = amounts.Keys.ToArray();
        var weights = amounts.Values.ToArray();
        decimal[] bases, weighted;
        if (AmountMode == AmountMode.Lines)
        {
            bases = SplitOrZero(BaseAmount, weights);
            weighted = SplitOrZero(Weighted, bases);
        }
        else
        {
            bases = [.. weights.Select(amount => Rounding.ToMinor(amount * Rate, BaseCurrency))];
            weighted = [.. bases.Select(amount => Rounding.ToMinor(amount * Probability, BaseCurrency))];
        }
        return [.. products.Select((product, i) =>
            new ProductShare(product, Scaled.Amount(weights[i]), Scaled.Amount(bases[i]), Scaled.Amount(weighted[i])))];
    }

    decimal[] SplitOrZero(decimal total, decimal[] weights) =>
        weights.Sum() > 0 ? Rounding.Split(total, weights, BaseCurrency) : new decimal[weights.Length];
}

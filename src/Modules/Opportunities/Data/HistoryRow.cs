using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;

namespace Crm.Opportunities.Data;

/// <summary>All facts of an opportunity from one version on: appended by every change, never altered. Funnel, as-of and changes are read from these rows.</summary>
internal sealed class HistoryRow : PositionedRow
{
    public Guid OpportunityId { get; set; }
    public int Version { get; set; }
    public ChangeKind Kind { get; set; }
    public string Reason { get; set; } = "";

    /// <summary>Stages passed over, divided by commas.</summary>
    public string? Skipped { get; set; }
    public Guid? ActorId { get; set; }

    /// <summary>From when on the facts hold.</summary>
    public DateTime HoldsAt { get; set; }

    /// <summary>When they were known here; what "as of" means.</summary>
    public DateTime KnownAt { get; set; }
    public bool InFunnel { get; set; }
    public DateTime? ArchivedAt { get; set; }

    public string Name { get; set; } = "";
    public Guid CustomerId { get; set; }
    public Guid? PrimaryContactId { get; set; }
    public OpportunityType Type { get; set; }
    public string MethodId { get; set; } = "";
    public string MethodVersion { get; set; } = "";
    public OpportunityStatus Status { get; set; }
    public string Stage { get; set; } = "";
    public string OpenStage { get; set; } = "";
    public FunnelBand Band { get; set; }
    public DateTime StageEnteredAt { get; set; }
    public AmountMode AmountMode { get; set; }
    public long AmountE4 { get; set; }
    public string CurrencyCode { get; set; } = "";
    public long RateE10 { get; set; }
    public string BaseCurrencyCode { get; set; } = "";
    public long BaseAmountE4 { get; set; }
    public long WeightedE4 { get; set; }
    public IReadOnlyList<OpportunityLine> Lines { get; set; } = [];
    public IReadOnlyList<ProductShare> Products { get; set; } = [];
    public ProbabilityMode ProbabilityMode { get; set; }
    public int ProbabilityE4 { get; set; }
    public string? ProbabilityReason { get; set; }
    public ForecastCategory Category { get; set; }
    public ForecastCategory? ManualCategory { get; set; }
    public DateOnly? CloseDate { get; set; }
    public DateOnly? OriginalCloseDate { get; set; }
    public int SlipCount { get; set; }
    public int DaysSlipped { get; set; }
    public long? BudgetE4 { get; set; }
    public string? Need { get; set; }
    public string? Timeline { get; set; }
    public string? NextStep { get; set; }
    public DateOnly? NextStepDate { get; set; }
    public Guid OwnerId { get; set; }
    public Guid DepartmentId { get; set; }
    public IReadOnlyList<TeamMember> Team { get; set; } = [];
    public DateTime? ClosedAt { get; set; }
    public DateOnly? ClosedOn { get; set; }
    public string? CloseReason { get; set; }
    public string? WinnerCompetitor { get; set; }

    /// <summary>Custom values that name nobody.</summary>
    public string? Custom { get; set; }

    public static HistoryRow Of(Change change)
    {
        var now = change.After;
        return new HistoryRow
        {
            TenantId = now.TenantId,
            OpportunityId = now.Id,
            Version = now.Version,
            Kind = change.Kind,
            Reason = change.Reason,
            Skipped = change.Skipped.Count == 0 ? null : string.Join(',', change.Skipped),
            ActorId = now.UpdatedBy,
            HoldsAt = change.HoldsAt,
            KnownAt = now.UpdatedAt,
            InFunnel = now.InFunnel,
            ArchivedAt = now.ArchivedAt,
            Name = now.Name,
            CustomerId = now.CustomerId,
            PrimaryContactId = now.PrimaryContactId,
            Type = now.Type,
            MethodId = now.MethodId,
            MethodVersion = now.MethodVersion,
            Status = now.Status,
            Stage = now.Stage,
            OpenStage = now.OpenStage,
            Band = now.Band,
            StageEnteredAt = now.StageEnteredAt,
            AmountMode = now.AmountMode,
            AmountE4 = now.AmountE4,
            CurrencyCode = now.CurrencyCode,
            RateE10 = now.RateE10,
            BaseCurrencyCode = now.BaseCurrencyCode,
            BaseAmountE4 = now.BaseAmountE4,
            WeightedE4 = now.WeightedE4,
            Lines = now.Lines,
            Products = now.Shares(),
            ProbabilityMode = now.ProbabilityMode,
            ProbabilityE4 = now.ProbabilityE4,
            ProbabilityReason = now.ProbabilityReason,
            Category = now.Category,
            ManualCategory = now.ManualCategory,
            CloseDate = now.CloseDate,
            OriginalCloseDate = now.OriginalCloseDate,
            SlipCount = now.SlipCount,
            DaysSlipped = now.DaysSlipped,
            BudgetE4 = now.BudgetE4,
            Need = now.Need,
            Timeline = now.Timeline,
            NextStep = now.NextStep,
            NextStepDate = now.NextStepDate,
            OwnerId = now.OwnerId,
            DepartmentId = now.DepartmentId,
            Team = now.Team,
            ClosedAt = now.ClosedAt,
            ClosedOn = now.ClosedOn,
            CloseReason = now.CloseReason,
            WinnerCompetitor = now.WinnerCompetitor,
            Custom = now.Custom,
        };
    }

    /// <summary>The opportunity as it stood at this version, for reading.</summary>
    public Opportunity ToOpportunity(Opportunity present) => present with
    {
        Version = Version,
        UpdatedAt = KnownAt,
        UpdatedBy = ActorId,
        ArchivedAt = ArchivedAt,
        Name = Name,
        CustomerId = CustomerId,
        PrimaryContactId = PrimaryContactId,
        Type = Type,
        MethodId = MethodId,
        MethodVersion = MethodVersion,
        Status = Status,
        Stage = Stage,
        OpenStage = OpenStage,
        Band = Band,
        StageEnteredAt = StageEnteredAt,
        AmountMode = AmountMode,
        AmountE4 = AmountE4,
        CurrencyCode = CurrencyCode,
        RateE10 = RateE10,
        BaseCurrencyCode = BaseCurrencyCode,
        BaseAmountE4 = BaseAmountE4,
        WeightedE4 = WeightedE4,
        Lines = Lines,
        ProbabilityMode = ProbabilityMode,
        ProbabilityE4 = ProbabilityE4,
        ProbabilityReason = ProbabilityReason,
        Category = Category,
        ManualCategory = ManualCategory,
        CloseDate = CloseDate,
        OriginalCloseDate = OriginalCloseDate,
        SlipCount = SlipCount,
        DaysSlipped = DaysSlipped,
        BudgetE4 = BudgetE4,
        Need = Need,
        Timeline = Timeline,
        NextStep = NextStep,
        NextStepDate = NextStepDate,
        OwnerId = OwnerId,
        DepartmentId = DepartmentId,
        Team = Team,
        ClosedAt = ClosedAt,
        ClosedOn = ClosedOn,
        CloseReason = CloseReason,
        WinnerCompetitor = WinnerCompetitor,
        Custom = Custom,
        CustomPersonal = null,
    };
}

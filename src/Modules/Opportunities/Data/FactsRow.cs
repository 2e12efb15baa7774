using System.Linq.Expressions;
using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;

namespace Crm.Opportunities.Data;

/// <summary>The columns of a history row that figures need.</summary>
internal sealed class FactsRow
{
    public static readonly Expression<Func<HistoryRow, FactsRow>> From = row => new FactsRow
    {
        Major = row.Major,
        Seq = row.Seq,
        OpportunityId = row.OpportunityId,
        Version = row.Version,
        Kind = row.Kind,
        KnownAt = row.KnownAt,
        Status = row.Status,
        InFunnel = row.InFunnel,
        MethodId = row.MethodId,
        Stage = row.Stage,
        Band = row.Band,
        StageEnteredAt = row.StageEnteredAt,
        Currency = row.CurrencyCode,
        RateE10 = row.RateE10,
        BaseAmountE4 = row.BaseAmountE4,
        WeightedE4 = row.WeightedE4,
        CloseDate = row.CloseDate,
        OwnerId = row.OwnerId,
        DepartmentId = row.DepartmentId,
        Team = row.Team,
        Products = row.Products,
    };

    public long Major { get; init; }
    public long Seq { get; init; }
    public Guid OpportunityId { get; init; }
    public int Version { get; init; }
    public ChangeKind Kind { get; init; }
    public DateTime KnownAt { get; init; }
    public OpportunityStatus Status { get; init; }
    public bool InFunnel { get; init; }
    public string MethodId { get; init; } = "";
    public string Stage { get; init; } = "";
    public FunnelBand Band { get; init; }
    public DateTime StageEnteredAt { get; init; }
    public string Currency { get; init; } = "";
    public long RateE10 { get; init; }
    public long BaseAmountE4 { get; init; }
    public long WeightedE4 { get; init; }
    public DateOnly? CloseDate { get; init; }
    public Guid OwnerId { get; init; }
    public Guid DepartmentId { get; init; }
    public IReadOnlyList<TeamMember> Team { get; init; } = [];
    public IReadOnlyList<ProductShare> Products { get; init; } = [];

    public CommitPosition Position => new(Major, Seq);

    public HistoryFacts ToFacts() => new()
    {
        OpportunityId = OpportunityId,
        Version = Version,
        Kind = Kind,
        KnownAt = KnownAt,
        Status = Status,
        InFunnel = InFunnel,
        // A million rows name a handful of stages: one string each is enough.
        MethodId = string.Intern(MethodId),
        Stage = string.Intern(Stage),
        Band = Band,
        EnteredOn = DateOnly.FromDateTime(StageEnteredAt),
        Currency = string.Intern(Currency),
        RateE10 = RateE10,
        BaseAmountE4 = BaseAmountE4,
        WeightedE4 = WeightedE4,
        CloseDate = CloseDate,
        OwnerId = OwnerId,
        DepartmentId = DepartmentId,
        Team = Team.Count == 0 ? [] : [.. Team.Select(member => member.MemberId)],
        Products = Products.Count == 0 ? [] : [.. Products],
    };
}

using System.Text.Json;
using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform;
using Crm.Platform.Fields;
using Crm.Platform.Http;

namespace Crm.Opportunities.UseCases;

/// <summary>An opportunity as the API shows it.</summary>
internal sealed record OpportunityView : IVersioned
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required Guid CustomerId { get; init; }
    public required Guid? PrimaryContactId { get; init; }
    public required OpportunityType Type { get; init; }
    public required string MethodId { get; init; }
    public required string MethodVersion { get; init; }
    public required OpportunityStatus Status { get; init; }

    /// <summary>Key of a stage of the pinned method version.</summary>
    public required string Stage { get; init; }
    public required FunnelBand Band { get; init; }
    public required DateTime StageEnteredAt { get; init; }
    public required AmountMode AmountMode { get; init; }
    public required Money Amount { get; init; }

    /// <summary>In the tenant's base currency at the frozen planning rate.</summary>
    public required Money BaseAmount { get; init; }

    /// <summary>Base units per unit of the amount's currency.</summary>
    public required decimal PlanningRate { get; init; }

    /// <summary>Base amount by probability.</summary>
    public required Money Weighted { get; init; }

    /// <summary>0 to 1.</summary>
    public required decimal Probability { get; init; }
    public required ProbabilityMode ProbabilityMode { get; init; }
    public required string? ProbabilityReason { get; init; }
    public required ForecastCategory ForecastCategory { get; init; }
    public required DateOnly? CloseDate { get; init; }
    public required DateOnly? OriginalCloseDate { get; init; }

    /// <summary>How often the close date was pushed.</summary>
    public required int SlipCount { get; init; }

    /// <summary>By how many days in all.</summary>
    public required int DaysSlipped { get; init; }
    public required Money? Budget { get; init; }
    public required string? Need { get; init; }
    public required string? Timeline { get; init; }
    public required string? NextStep { get; init; }
    public required DateOnly? NextStepDate { get; init; }
    public required Guid OwnerId { get; init; }
    public required Guid DepartmentId { get; init; }

    /// <summary>Everybody on it, the owner first.</summary>
    public required IReadOnlyList<TeamMemberView> Team { get; init; }
    public required IReadOnlyList<OpportunityLineView> Lines { get; init; }
    public required DateTime? ClosedAt { get; init; }

    /// <summary>The actual close date.</summary>
    public required DateOnly? ClosedOn { get; init; }
    public required string? CloseReason { get; init; }
    public required string? WinnerCompetitor { get; init; }
    public required ExternalKeyView? External { get; init; }

    /// <summary>The tenant's own fields that have a value and that the caller sees, by key; see <c>GET /opportunities/fields</c>.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Custom { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required Guid? CreatedBy { get; init; }
    public required DateTime UpdatedAt { get; init; }
    public required Guid? UpdatedBy { get; init; }
    public required DateTime? ArchivedAt { get; init; }

    public static OpportunityView Of(Opportunity o, CallerFields fields) => Of(o) with { Custom = fields.Show(o) };

    /// <summary>With every custom value there is: nothing to show to a caller yet.</summary>
    public static OpportunityView Of(Opportunity o) => new()
    {
        Id = o.Id,
        Version = o.Version,
        Name = o.Name,
        CustomerId = o.CustomerId,
        PrimaryContactId = o.PrimaryContactId,
        Type = o.Type,
        MethodId = o.MethodId,
        MethodVersion = o.MethodVersion,
        Status = o.Status,
        Stage = o.Stage,
        Band = o.Band,
        StageEnteredAt = o.StageEnteredAt,
        AmountMode = o.AmountMode,
        Amount = new Money(o.Amount, o.Currency),
        BaseAmount = new Money(o.BaseAmount, o.BaseCurrency),
        PlanningRate = o.Rate,
        Weighted = new Money(o.Weighted, o.BaseCurrency),
        Probability = o.Probability,
        ProbabilityMode = o.ProbabilityMode,
        ProbabilityReason = o.ProbabilityReason,
        ForecastCategory = o.Category,
        CloseDate = o.CloseDate,
        OriginalCloseDate = o.OriginalCloseDate,
        SlipCount = o.SlipCount,
        DaysSlipped = o.DaysSlipped,
        Budget = o.BudgetE4 is { } budget ? new Money(Scaled.Amount(budget), o.Currency) : null,
        Need = o.Need,
        Timeline = o.Timeline,
        NextStep = o.NextStep,
        NextStepDate = o.NextStepDate,
        OwnerId = o.OwnerId,
        DepartmentId = o.DepartmentId,
        Team = [new TeamMemberView { MemberId = o.OwnerId, Role = "Owner" }, .. o.Team.Select(m => new TeamMemberView { MemberId = m.MemberId, Role = m.Role })],
        Lines = [.. o.Lines.Select(line => OpportunityLineView.Of(line, o.Currency))],
        ClosedAt = o.ClosedAt,
        ClosedOn = o.ClosedOn,
        CloseReason = o.CloseReason,
        WinnerCompetitor = o.WinnerCompetitor,
        Custom = CallerFields.ShowAll(CustomValues.Of(o)),
        External = o.ExternalSource is { } source ? new ExternalKeyView { Source = source, Id = o.ExternalId! } : null,
        CreatedAt = o.CreatedAt,
        CreatedBy = o.CreatedBy,
        UpdatedAt = o.UpdatedAt,
        UpdatedBy = o.UpdatedBy,
        ArchivedAt = o.ArchivedAt,
    };
}

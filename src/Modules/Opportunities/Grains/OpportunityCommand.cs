using Crm.Opportunities.Domain;
using Crm.Platform.Security;

namespace Crm.Opportunities.Grains;

/// <summary>A change asked of an opportunity, with who asks and what the asker has read.</summary>
[GenerateSerializer, Immutable]
internal sealed record OpportunityCommand
{
    [Id(0)] public required OpportunityAction Action { get; init; }
    [Id(1)] public required Guid MemberId { get; init; }
    [Id(2)] public required ScopeRule Scope { get; init; }

    /// <summary>Null: whichever version is current.</summary>
    [Id(3)] public int? ExpectedVersion { get; init; }
    [Id(4)] public string? IdempotencyKey { get; init; }
    [Id(5)] public string? RequestHash { get; init; }
    [Id(6)] public string? ToStage { get; init; }
    [Id(7)] public string? Reason { get; init; }
    [Id(8)] public string? WinnerCompetitor { get; init; }
    [Id(9)] public DateOnly? ClosedOn { get; init; }

    /// <summary>All fields as they should be, for an edit.</summary>
    [Id(10)] public OpportunityFields? Fields { get; init; }

    /// <summary>The planning rate, when the currency changes or the opportunity is revalued.</summary>
    [Id(11)] public decimal? Rate { get; init; }

    /// <summary>Whose opportunity, or place in the team, is handed over.</summary>
    [Id(12)] public Guid? FromId { get; init; }

    /// <summary>Who gets the opportunity or the place.</summary>
    [Id(13)] public Guid? ToId { get; init; }

    /// <summary>The new owner's department.</summary>
    [Id(14)] public Guid? ToDepartmentId { get; init; }
}

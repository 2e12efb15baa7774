using Crm.Contracts.Organization;
using Crm.Opportunities.Domain;

namespace Crm.Opportunities.UseCases;

/// <summary>
/// How a pipeline moved: closing = opening + new + reopened + movedIn + grown + revalued − won − lost − abandoned − heldOut − shrunk −
/// movedOut, in amount, and in count without grown, shrunk and revalued. Counts are changes, so a deal that was won, reopened and won
/// again within the time counts twice as won and once as reopened.
/// </summary>
internal sealed record PipelineChangeView
{
    /// <summary>The moment it starts from, as asked.</summary>
    public required string From { get; init; }

    /// <summary>The moment it ends at, as asked.</summary>
    public required string To { get; init; }

    /// <summary>The tenant's base currency.</summary>
    public required string Currency { get; init; }
    public required AmountBasis AmountBasis { get; init; }
    public required PipelineTermView Opening { get; init; }
    public required PipelineTermView New { get; init; }
    public required PipelineTermView Reopened { get; init; }
    public required PipelineTermView MovedIn { get; init; }
    public required PipelineTermView Grown { get; init; }

    /// <summary>The one term that may be negative.</summary>
    public required PipelineTermView Revalued { get; init; }
    public required PipelineTermView Won { get; init; }
    public required PipelineTermView Lost { get; init; }
    public required PipelineTermView Abandoned { get; init; }
    public required PipelineTermView HeldOut { get; init; }
    public required PipelineTermView Shrunk { get; init; }
    public required PipelineTermView MovedOut { get; init; }
    public required PipelineTermView Closing { get; init; }

    /// <summary>A memo: opportunities whose close date was pushed, each once.</summary>
    public required PipelineTermView Slipped { get; init; }

    /// <summary>Which opportunity moved which term, in order, or those of one term, the largest first; only when asked for, at most 2000.</summary>
    public required IReadOnlyList<PipelineItemView>? Items { get; init; }
}

/// <summary>One term of a pipeline change.</summary>
internal sealed record PipelineTermView
{
    public required int Count { get; init; }

    /// <summary>In the tenant's base currency.</summary>
    public required decimal Amount { get; init; }

    public static PipelineTermView Of((int Count, Int128 AmountE4) term) => new() { Count = term.Count, Amount = (decimal)term.AmountE4 / 10_000m };
}

/// <summary>One opportunity's part in one term.</summary>
internal sealed record PipelineItemView
{
    public required Guid OpportunityId { get; init; }
    public required PipelineTerm Term { get; init; }
    public required decimal Amount { get; init; }
    public required DateTime KnownAt { get; init; }
    public required int Version { get; init; }
}

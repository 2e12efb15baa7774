using Orleans.Concurrency;

namespace Crm.Opportunities.Grains;

/// <summary>An opportunity: its single writer and its hot copy. Keyed by its id, extended by the tenant.</summary>
internal interface IOpportunityGrain : IGrainWithGuidCompoundKey
{
    /// <summary>The committed state, without waiting for a change under way; null when there is none of this id in the tenant. Scope is the reader's to check.</summary>
    [AlwaysInterleave]
    ValueTask<OpportunitySnapshot?> Read();

    /// <summary>Decides, saves, and only then shows.</summary>
    Task<CommandAnswer> Do(OpportunityCommand command);
}

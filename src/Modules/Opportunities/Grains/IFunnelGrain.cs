using Orleans.Concurrency;

namespace Crm.Opportunities.Grains;

/// <summary>A tenant's live funnel. Reading it never touches the database.</summary>
internal interface IFunnelGrain : IGrainWithGuidKey
{
    /// <summary>A hint that something was committed: done when everything committed before the call is applied.</summary>
    [AlwaysInterleave]
    Task Pull();

    [AlwaysInterleave]
    ValueTask<FunnelAnswer> Read(FunnelQuery query);

    /// <summary>The tenant sells by other methods from now on: reads them again.</summary>
    [AlwaysInterleave]
    Task ReadMethods();

    /// <summary>Waits until the funnel has moved on from a revision, or as long as patience lasts; answers the present revision.</summary>
    [AlwaysInterleave]
    Task<long> WaitForChange(long seenRevision, TimeSpan patience);

    /// <summary>Compares count and sum of versions with the database and rebuilds when they differ. True when they agreed.</summary>
    [AlwaysInterleave]
    Task<bool> Check();
}

namespace Crm.Bench.Floors;

/// <summary>Where a page begins: for the API the path with its cursor, for SQL the last row before it.</summary>
internal sealed record PageStart(Guid OwnerId, string Stage, string Path, long? AfterAmountE4, Guid AfterId);

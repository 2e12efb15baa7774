namespace Crm.Opportunities.Methodologies;

/// <summary>What a rescan changed.</summary>
/// <param name="Added">Version folders that were not there before.</param>
/// <param name="Retried">Versions that were out of order before and were tried again.</param>
/// <param name="Retired">Versions whose folder is gone.</param>
internal sealed record RescanReport(IReadOnlyList<MethodListing> Added, IReadOnlyList<MethodListing> Retried, IReadOnlyList<MethodListing> Retired);

namespace Crm.Web.Pictures;

/// <summary>One row of the funnel picture: a stage, or a band when the reader asked for bands.</summary>
/// <param name="Key">Key of the stage or band; what the link filters by.</param>
/// <param name="Name">As the reader sees it.</param>
/// <param name="Band">Top, Upper, Middle or Lower; decides the colour.</param>
/// <param name="Count">Open opportunities.</param>
/// <param name="Amount">Sum in the base currency.</param>
/// <param name="Weighted">Sum of amount by probability.</param>
/// <param name="MedianAgeDays">Median days in the stage; null when empty.</param>
/// <param name="Address">The list of the opportunities behind the row.</param>
public sealed record FunnelStage(string Key, string Name, string Band, int Count, decimal Amount, decimal Weighted, decimal? MedianAgeDays, string Address);

using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>How many units of the base currency one unit of a currency counts as, from a date on.</summary>
internal sealed class PlanningRateRow : Entity, IAudited
{
    public required string Currency { get; set; }

    public DateOnly FromDate { get; set; }

    /// <summary>Rate times 10^10.</summary>
    public long RateE10 { get; set; }

    public required string Source { get; set; }
}

using Crm.Platform.Data;

namespace Crm.Opportunities.Data;

/// <summary>How a tenant reads its funnel. No row: the product's defaults hold.</summary>
internal sealed class SettingsRow : Entity, IAudited
{
    /// <summary>An opportunity that enters a stage and has not reached another in so many days has not converted.</summary>
    public int ConversionWindowDays { get; set; }
}

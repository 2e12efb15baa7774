using Crm.Platform.Data;

namespace Crm.Opportunities.Data;

/// <summary>Finds opportunities by team member, for data scope. The team itself stands on the opportunity.</summary>
internal sealed class TeamRow : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid OpportunityId { get; set; }
    public Guid MemberId { get; set; }
}

using Crm.Platform.Data;

namespace Crm.Opportunities.Data;

/// <summary>Finds opportunities by product. The lines themselves stand on the opportunity.</summary>
internal sealed class LineRow : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid OpportunityId { get; set; }
    public Guid ProductId { get; set; }
}

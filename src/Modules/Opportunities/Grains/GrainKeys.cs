namespace Crm.Opportunities.Grains;

/// <summary>Grain keys carry the tenant, so that no id of one tenant reaches a grain of another.</summary>
internal static class GrainKeys
{
    public static IOpportunityGrain Opportunity(this IGrainFactory grains, Guid tenantId, Guid id) =>
        grains.GetGrain<IOpportunityGrain>(id, tenantId.ToString("N"));

    public static IFunnelGrain Funnel(this IGrainFactory grains, Guid tenantId) => grains.GetGrain<IFunnelGrain>(tenantId);
}

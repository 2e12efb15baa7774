using Crm.Contracts.Organization;
using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Security;

namespace Crm.Opportunities.UseCases;

/// <summary>The filters of funnel and pipeline, read once for all of their routes.</summary>
internal static class FunnelQuestion
{
    public static async ValueTask<Outcome<FunnelQuery>> Read(
        Caller caller, string? groupBy, Guid? ownerId, Guid? departmentId, Guid? productId, string? currency,
        IOrganizationDirectory organization, CancellationToken cancellation)
    {
        if (groupBy is not (null or "stage" or "band"))
            return Refusal.Field("groupBy", "request/bad-value", "Expected stage or band.");
        if (currency is not null && !Currency.TryParse(currency, out _))
            return Refusal.Field("currency", "request/bad-value", "Is not a currency of ISO 4217.");
        return new FunnelQuery
        {
            Scope = caller.ScopeOf(Resource.Opportunities),
            ByBand = groupBy == "band",
            OwnerId = ownerId,
            DepartmentId = departmentId,
            Departments = departmentId is { } department ? [.. await organization.Subtree(caller.TenantId, department, cancellation)] : null,
            ProductId = productId,
            Currency = currency,
            Language = caller.Language,
        };
    }
}

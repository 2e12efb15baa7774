using Crm.Contracts.Organization;
using Crm.Opportunities.Grains;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>The live funnel within the caller's data scope.</summary>
internal static class GetFunnel
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/funnel", Handle)
        .WithName(nameof(GetFunnel)).WithSummary("The live funnel by stage or band").Requires(Permission.ReadFunnel).Answers<FunnelView>();

    /// <param name="groupBy"><c>stage</c> or <c>band</c>.</param>
    static async Task<IResult> Handle(
        string? groupBy, Guid? ownerId, Guid? departmentId, Guid? productId, string? currency,
        Caller caller, IGrainFactory grains, IOrganizationDirectory organization, CancellationToken cancellation)
    {
        var query = await FunnelQuestion.Read(caller, groupBy, ownerId, departmentId, productId, currency, organization, cancellation);
        if (query.Refused(out var refusal)) return refusal.ToProblem();
        var answer = await grains.Funnel(caller.TenantId).Read(query.Value);
        return new JsonResult(answer.Json);
    }
}

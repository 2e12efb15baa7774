using System.Collections.Frozen;
using Crm.Contracts.Organization;
using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Opportunities.Grains;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>The pipeline as it was known at a past moment, within what the caller may see.</summary>
internal static class GetPipelineAsOf
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/pipeline", Handle)
        .WithName(nameof(GetPipelineAsOf)).WithSummary("The pipeline as of a past instant or position").Requires(Permission.ReadFunnel).Answers<FunnelView>();

    /// <param name="asOf">An instant, or a position that the funnel gave.</param>
    static async Task<IResult> Handle(
        string? asOf, string? groupBy, Guid? ownerId, Guid? departmentId, Guid? productId, string? currency,
        Caller caller, IOrganizationDirectory organization, Database database, FunnelRendering rendering, CancellationToken cancellation)
    {
        await using var db = database.Read(caller.TenantId);
        var now = db.UtcNow();
        var moment = asOf is null ? new PipelineMoment(now, null) : PipelineMoment.Read("asOf", asOf, now);
        if (moment.Refused(out var refusal)) return refusal.ToProblem();
        var question = await FunnelQuestion.Read(caller, groupBy, ownerId, departmentId, productId, currency, organization, cancellation);
        if (question.Refused(out refusal)) return refusal.ToProblem();
        var tenant = await organization.Tenant(caller.TenantId, cancellation) ?? throw new InvalidOperationException("The caller's tenant is gone.");
        var (cells, position, lastKnownAt) = await PipelineReader.AsOf(db, moment.Value, cancellation);
        return TypedResults.Ok(rendering.Render(
            cells, Slice(question.Value), await OpportunityTypes.Offered(db, cancellation), question.Value.ByBand, caller.Language, tenant,
            moment.Value.Instant ?? lastKnownAt ?? now, moment.Value.Position ?? position));
    }

    internal static FunnelSlice Slice(FunnelQuery query) => new()
    {
        Scope = query.Scope,
        OwnerId = query.OwnerId,
        Departments = query.Departments?.ToFrozenSet(),
        Currency = query.Currency,
        ProductId = query.ProductId,
    };
}
